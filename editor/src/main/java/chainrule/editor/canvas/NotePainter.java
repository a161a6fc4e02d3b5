package chainrule.editor.canvas;

import chainrule.editor.document.RemarkId;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.io.Frame;
import chainrule.io.Note;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Paints what lies behind the graph: titled frames, and texts. */
final class NotePainter {
    private static final double PAD = 12;
    private static final double UNREADABLE = 0.35;
    private static final double GRIP = 7;
    /** Lines of a text from afar: how wide a letter counts, how high a bar is, and from one to the next. */
    private static final double LETTER = 6.5;

    private static final double BAR = 7;
    private static final double LINE = 17;

    private final Graphics2D g;
    private final Scene scene;
    private final Colors colors;
    private final double zoom;

    NotePainter(Graphics2D g, Scene scene, double zoom) {
        this.zoom = zoom;
        this.g = g;
        this.scene = scene;
        this.colors = scene.colors();
    }

    void paint() {
        Map<RemarkId, RemarkBox> boxes =
                scene.remarks().stream().collect(Collectors.toMap(RemarkBox::id, Function.identity(), (a, b) -> b));
        for (Frame frame : scene.document().file().frames()) {
            bounds(boxes, frame.id()).ifPresent(box -> frame(frame, box));
        }
        for (Note note : scene.document().file().notes()) {
            bounds(boxes, note.id()).ifPresent(box -> note(note, box));
        }
    }

    private static Optional<Rectangle2D> bounds(Map<RemarkId, RemarkBox> boxes, String id) {
        return Optional.ofNullable(boxes.get(new RemarkId(id))).map(RemarkBox::bounds);
    }

    private void frame(Frame frame, Rectangle2D b) {
        Color ink = FrameColor.of(frame.color()).ink(colors);
        RoundRectangle2D box = round(b, 20);
        g.setColor(Colors.faint(ink, colors.isDark() ? 0.1 : 0.07));
        g.fill(box);
        g.setColor(Colors.mixed(colors.canvas(), ink, 0.45));
        g.setStroke(EdgePainter.dashed(1, 5, 4));
        g.draw(box);
        double size = Math.max(13, Math.min(22, 10 / zoom));
        Font font = Fonts.ui(size, true);
        g.setColor(Colors.mixed(colors.text(), ink, 0.7));
        Lettering.left(
                g, Lettering.fitted(frame.title(), font, b.getWidth() - 24), font, b.getX() + 12, b.getY() + 4 + size);
        selected(new RemarkId(frame.id()), b, 20);
    }

    private void note(Note note, Rectangle2D b) {
        RoundRectangle2D box = round(b, 16);
        g.setColor(colors.panel());
        g.fill(box);
        g.setColor(colors.hairline());
        g.setStroke(new BasicStroke(1));
        g.draw(box);
        if (zoom >= UNREADABLE) {
            Color ink = Colors.mixed(colors.quiet(), colors.text(), 0.35);
            NoteText.of(note.text(), b.getWidth() - 2 * PAD, ink)
                    .paint(g, b.getX() + PAD, b.getY() + PAD, b.getHeight() - PAD);
        } else {
            bars(note.text().length() * LETTER, b);
        }
        selected(new RemarkId(note.id()), b, 16);
    }

    /** What stands for a text that cannot be read from afar: a bar for each line. */
    private void bars(double length, Rectangle2D b) {
        double room = b.getWidth() - 2 * PAD;
        double left = length;
        g.setColor(Colors.mixed(colors.panel(), colors.quiet(), 0.4));
        for (double y = b.getY() + PAD; left > 0 && y + BAR < b.getMaxY() - PAD / 2; y += LINE) {
            g.fill(new Rectangle2D.Double(b.getX() + PAD, y, Math.min(room, left), BAR));
            left -= room;
        }
    }

    /** The line of the selection, and squares where a corner is dragged. */
    private void selected(RemarkId id, Rectangle2D b, double arc) {
        if (!scene.marks().remarks().contains(id)) {
            return;
        }
        g.setColor(colors.cursor());
        g.setStroke(new BasicStroke(2));
        g.draw(round(b, arc));
        double grip = GRIP / Math.max(zoom, 0.4);
        for (double x : new double[] {b.getMinX(), b.getMaxX()}) {
            for (double y : new double[] {b.getMinY(), b.getMaxY()}) {
                Rectangle2D square = new Rectangle2D.Double(x - grip / 2, y - grip / 2, grip, grip);
                g.setColor(colors.card());
                g.fill(square);
                g.setColor(colors.cursor());
                g.draw(square);
            }
        }
    }

    private static RoundRectangle2D round(Rectangle2D b, double arc) {
        return new RoundRectangle2D.Double(b.getX(), b.getY(), b.getWidth(), b.getHeight(), arc, arc);
    }
}
