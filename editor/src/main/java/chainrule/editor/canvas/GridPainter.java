package chainrule.editor.canvas;

import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;
import chainrule.tensor.Tensor;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Paints the numbers of an unfolded card, each on its colour. */
final class GridPainter {
    private static final Phrases WORDS = Phrases.of(GridPainter.class);
    private static final Font NUMBER = Fonts.mono(10.5, false);

    private final Graphics2D g;
    private final Colors colors;

    GridPainter(Graphics2D g, Colors colors) {
        this.g = g;
        this.colors = colors;
    }

    void paint(Card card, NumberGrid grid, Tensor tensor, double top) {
        HeatStrip heat = new HeatStrip(tensor, colors);
        double left = card.bounds().getMaxX() - NodeMetrics.PAD - grid.shownColumns() * NodeMetrics.CELL_WIDTH;
        for (int row = 0; row < grid.shownRows(); row++) {
            for (int column = 0; column < grid.shownColumns(); column++) {
                Rectangle2D cell = new Rectangle2D.Double(
                        left + column * NodeMetrics.CELL_WIDTH,
                        top + row * NodeMetrics.CELL_HEIGHT,
                        NodeMetrics.CELL_WIDTH - 1,
                        NodeMetrics.CELL_HEIGHT - 1);
                cell(cell, grid.at(tensor, row, column), heat);
            }
        }
        if (!grid.whole()) {
            g.setColor(colors.quiet());
            String part = WORDS.text("grid.part", grid.shownRows(), grid.shownColumns(), grid.rows(), grid.columns());
            Lettering.right(g, part, Fonts.ui(9.5, false), card.bounds().getMaxX() - NodeMetrics.PAD, top - 5);
        }
    }

    private void cell(Rectangle2D cell, double number, HeatStrip heat) {
        Color ground = heat.color(number);
        g.setColor(Colors.mixed(colors.card(), ground, 0.55));
        g.fill(cell);
        String text = Digits.significant(number, 3);
        g.setColor(Double.isFinite(number) ? colors.text() : colors.card());
        Lettering.right(
                g, Lettering.fitted(text, NUMBER, cell.getWidth() - 3), NUMBER, cell.getMaxX() - 3, cell.getMaxY() - 4);
    }
}
