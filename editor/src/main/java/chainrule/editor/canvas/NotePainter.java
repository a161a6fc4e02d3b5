package chainrule.editor.canvas;

import chainrule.editor.document.Document;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.io.Frame;
import chainrule.io.Note;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** Paints what lies behind the graph: titled frames, and texts. */
final class NotePainter {
    private static final double PAD = 12;
    private static final double LINE = 17;
    private static final double UNREADABLE = 0.35;

    private final Graphics2D g;
    private final Colors colors;
    private final double zoom;

    NotePainter(Graphics2D g, Colors colors, double zoom) {
        this.zoom = zoom;
        this.g = g;
        this.colors = colors;
    }

    void paint(Document document) {
        document.file().frames().forEach(this::frame);
        document.file().notes().forEach(this::note);
    }

    private void frame(Frame frame) {
        Rectangle2D b = Scene.box(frame.at(), frame.size());
        RoundRectangle2D box = new RoundRectangle2D.Double(b.getX(), b.getY(), b.getWidth(), b.getHeight(), 20, 20);
        g.setColor(Colors.faint(colors.quiet(), 0.08));
        g.fill(box);
        g.setColor(Colors.mixed(colors.canvas(), colors.quiet(), 0.4));
        g.setStroke(EdgePainter.dashed(1, 5, 4));
        g.draw(box);
        Font font = Fonts.ui(12, true);
        g.setColor(colors.quiet());
        Lettering.left(g, Lettering.fitted(frame.title(), font, b.getWidth() - 24), font, b.getX() + 12, b.getY() + 20);
    }

    private void note(Note note) {
        Rectangle2D b = Scene.box(note.at(), note.size());
        RoundRectangle2D box = new RoundRectangle2D.Double(b.getX(), b.getY(), b.getWidth(), b.getHeight(), 16, 16);
        g.setColor(colors.panel());
        g.fill(box);
        g.setColor(colors.hairline());
        g.setStroke(new BasicStroke(1));
        g.draw(box);
        if (zoom < UNREADABLE) {
            return;
        }
        Font font = Fonts.ui(12.5, false);
        int most = Math.max(1, (int) ((b.getHeight() - PAD) / LINE));
        List<String> lines = Lettering.wrapped(note.text().replace("`", ""), font, b.getWidth() - 2 * PAD, most);
        g.setColor(Colors.mixed(colors.quiet(), colors.text(), 0.35));
        for (int i = 0; i < lines.size(); i++) {
            Lettering.left(g, lines.get(i), font, b.getX() + PAD, b.getY() + PAD + 11 + i * LINE);
        }
    }
}
