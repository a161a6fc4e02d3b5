package chainrule.editor.canvas;

import chainrule.editor.document.Document;
import chainrule.editor.document.RemarkId;
import chainrule.editor.document.Remarks;
import chainrule.editor.document.command.AddFrame;
import chainrule.editor.document.command.AddNote;
import chainrule.editor.document.command.ColorFrames;
import chainrule.editor.document.command.EditNote;
import chainrule.editor.document.command.RetitleFrame;
import chainrule.graph.NodeId;
import chainrule.io.Frame;
import chainrule.io.Note;
import chainrule.io.Point;
import chainrule.language.Phrases;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Frames and notes: drawing them, and changing what they say. */
public final class Remarking {
    private static final Phrases WORDS = Phrases.of(Remarking.class);
    private static final double AROUND = 20;
    private static final Point FRAME = new Point(360, 240);
    private static final Point NOTE = new Point(240, 120);
    private static final String NOTE_SHOWS = "`code`, $w^\\top x$";

    private final GraphCanvas canvas;

    public Remarking(GraphCanvas canvas) {
        this.canvas = canvas;
    }

    /** Draws a frame around the selected nodes, or an empty one where none is selected, and asks for its title. */
    public void frame() {
        Document document = canvas.document();
        Set<NodeId> chosen = canvas.selection().nodes();
        List<NodeId> members = document.graph().nodes().stream()
                .map(n -> n.id())
                .filter(chosen::contains)
                .toList();
        Rectangle2D box = around(members).orElseGet(() -> {
            Point at = Grid.snapped(canvas.placeToPaste());
            return new Rectangle2D.Double(at.x(), at.y(), FRAME.x(), FRAME.y());
        });
        RemarkId id = new Remarks(document).freeId("frame");
        canvas.perform(new AddFrame(new Frame(
                id.name(),
                WORDS.text("frame.first"),
                new Point(box.getX(), box.getY()),
                new Point(box.getWidth(), box.getHeight()),
                "",
                members)));
        canvas.selection().select(id);
        edit(id);
    }

    /** Puts a note where the pointer is, and asks for its text. */
    public void note() {
        Point at = Grid.snapped(canvas.placeToPaste());
        RemarkId id = new Remarks(canvas.document()).freeId("note");
        canvas.perform(new AddNote(new Note(id.name(), WORDS.text("note.first", NOTE_SHOWS), at, NOTE)));
        canvas.selection().select(id);
        edit(id);
    }

    /** Opens the title of a frame, or the text of a note. */
    public void edit(RemarkId id) {
        Remarks remarks = new Remarks(canvas.document());
        box(id).ifPresent(box -> {
            remarks.frame(id).ifPresent(f -> canvas.inPlace().line("frame.title", box.title(), f.title(), said -> {
                canvas.perform(new RetitleFrame(id, said.strip()));
                return Optional.empty();
            }));
            remarks.note(id).ifPresent(n -> canvas.inPlace().text("note.text", box.bounds(), n.text(), said -> {
                canvas.perform(new EditNote(id, said));
                return Optional.empty();
            }));
        });
    }

    /** Gives the selected frames a colour. */
    public void color(FrameColor color) {
        canvas.perform(new ColorFrames(canvas.selection().remarks(), color.word()));
    }

    /** Why the selected remarks cannot be given a colour; empty where they can. */
    public Optional<String> whyNoColor() {
        Predicate<RemarkId> frame =
                id -> new Remarks(canvas.document()).frame(id).isPresent();
        return canvas.selection().remarks().stream().anyMatch(frame)
                ? Optional.empty()
                : Optional.of(WORDS.text("frame.none"));
    }

    private Optional<RemarkBox> box(RemarkId id) {
        return canvas.scene().remarks().stream().filter(r -> r.id().equals(id)).findFirst();
    }

    private Optional<Rectangle2D> around(List<NodeId> members) {
        return members.stream()
                .flatMap(id -> canvas.scene().card(id).stream())
                .map(Card::bounds)
                .reduce(Rectangle2D::createUnion)
                .map(b -> {
                    double left = Grid.snapped(b.getMinX() - AROUND);
                    double top = Grid.snapped(b.getMinY() - AROUND - RemarkBox.TITLE);
                    double right = Grid.snapped(b.getMaxX() + 1.5 * AROUND);
                    double bottom = Grid.snapped(b.getMaxY() + 1.5 * AROUND);
                    return new Rectangle2D.Double(left, top, right - left, bottom - top);
                });
    }
}
