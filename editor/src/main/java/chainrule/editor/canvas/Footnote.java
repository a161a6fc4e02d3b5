package chainrule.editor.canvas;

import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.graph.Problem;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Optional;

/** The sentence below a card that needs attention: its problem, or that numbers stopped being finite there. */
record Footnote(List<String> lines, Rectangle2D box) {
    private static final Font FONT = Fonts.ui(11, false);
    private static final int MOST_LINES = 3;
    private static final double LINE = 14;

    /** What is said of a card; empty for most. */
    static Optional<Footnote> of(Scene scene, Card card) {
        return sentence(scene.numbers(), card).map(text -> {
            List<String> lines = Lettering.wrapped(text, FONT, card.bounds().getWidth() + 40, MOST_LINES);
            double width = lines.stream()
                    .mapToDouble(l -> Lettering.width(l, FONT))
                    .max()
                    .orElse(0);
            double y = SumLabel.of(scene, card)
                    .map(sum -> sum.box().getMaxY() + 4)
                    .orElse(card.bounds().getMaxY() + 5);
            return new Footnote(
                    lines, new Rectangle2D.Double(card.bounds().getX() - 4, y, width + 12, lines.size() * LINE + 5));
        });
    }

    private static Optional<String> sentence(Numbers numbers, Card card) {
        Optional<String> problem =
                numbers.problemsAt(card.id()).stream().map(Problem::sentence).findFirst();
        return problem.or(() -> numbers.nonFinite(card.id()));
    }

    void paint(Graphics2D g, Colors colors) {
        g.setColor(Colors.faint(colors.canvas(), 0.92));
        g.fill(new RoundRectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight(), 6, 6));
        g.setColor(colors.problem());
        for (int i = 0; i < lines.size(); i++) {
            Lettering.left(g, lines.get(i), FONT, box.getX() + 6, box.getY() + 12.5 + LINE * i);
        }
    }
}
