package chainrule.editor.output;

import chainrule.editor.picture.Pages;
import chainrule.editor.theme.Colors;
import chainrule.language.Phrases;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.print.PageFormat;
import javax.swing.JPanel;

/** Sheets of paper as they will lie beside each other. */
final class Sheets extends JPanel {
    private static final Phrases WORDS = Phrases.of(Sheets.class);
    private static final long serialVersionUID = 1;
    private static final double GAP = 8;

    private transient Pages pages;

    Sheets(Pages pages) {
        this.pages = pages;
        setOpaque(false);
        setName("print.preview");
        setPreferredSize(UIScale.scale(new Dimension(560, 420)));
        getAccessibleContext().setAccessibleName(WORDS.text("print.preview"));
    }

    void show(Pages other) {
        pages = other;
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        PageFormat format = pages.format();
        double width = pages.columns() * (format.getWidth() + GAP);
        double height = pages.rows() * (format.getHeight() + GAP);
        double scale = Math.min(getWidth() / width, getHeight() / height);
        Graphics2D g = (Graphics2D) graphics.create();
        g.translate((getWidth() - width * scale) / 2, (getHeight() - height * scale) / 2);
        g.scale(scale, scale);
        for (int index = 0; index < pages.getNumberOfPages(); index++) {
            int column = index % pages.columns();
            int row = index / pages.columns();
            Graphics2D sheet = (Graphics2D) g.create();
            sheet.translate(column * (format.getWidth() + GAP), row * (format.getHeight() + GAP));
            Rectangle2D paper = new Rectangle2D.Double(0, 0, format.getWidth(), format.getHeight());
            sheet.setColor(Color.WHITE);
            sheet.fill(paper);
            sheet.setColor(Colors.current().quiet());
            sheet.draw(paper);
            pages.print(sheet, format, index);
            sheet.dispose();
        }
        g.dispose();
    }
}
