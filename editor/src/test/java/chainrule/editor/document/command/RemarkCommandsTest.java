package chainrule.editor.document.command;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.RemarkId;
import chainrule.editor.document.Remarks;
import chainrule.editor.document.Samples;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.io.Extras;
import chainrule.io.Frame;
import chainrule.io.Note;
import chainrule.io.Point;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RemarkCommandsTest {
    private static final NodeId A = NodeId.of("a");
    private static final NodeId B = NodeId.of("b");
    private static final NodeId P = NodeId.of("p");
    private static final RemarkId FRAME = new RemarkId("frame1");
    private static final RemarkId NOTE = new RemarkId("note1");

    /** A frame around a and b with a note on it, beside p. */
    private final Document document = document();

    private static Document document() {
        Frame frame = new Frame("frame1", "Inputs", new Point(20, 0), new Point(240, 300), "", List.of(A, B));
        Note note = new Note("note1", "two numbers", new Point(40, 250), new Point(100, 40));
        return new AddNote(note).applied(new AddFrame(frame).applied(Samples.product()));
    }

    private Document after(Command command, String label) {
        assertThat(command.label()).isEqualTo(label);
        return command.applied(document);
    }

    private static Frame frame(Document in) {
        return new Remarks(in).frame(FRAME).orElseThrow();
    }

    private static Note note(Document in) {
        return new Remarks(in).note(NOTE).orElseThrow();
    }

    @Test
    void aFrameTakesItsNodesFromOtherFrames() {
        Frame second = new Frame("frame2", "", new Point(0, 0), new Point(9, 9), "", List.of(B, P));
        Document framed = after(new AddFrame(second), "Frame 2 nodes");
        assertThat(frame(framed).nodes()).containsExactly(A);
        assertThat(new Remarks(framed).frameOf(B)).contains(second);
        assertThat(new Remarks(framed).freeId("frame")).isEqualTo(new RemarkId("frame3"));
        Frame one = new Frame("f", "", new Point(0, 0), new Point(9, 9), "", List.of(P));
        assertThat(new AddFrame(one).label()).isEqualTo("Frame p");
        assertThat(new AddFrame(one.around(List.of())).label()).isEqualTo("Add frame");
        assertThat(new AddNote(note(framed)).label()).isEqualTo("Add note");
    }

    @Test
    void aFrameCarriesItsNodesAndTheNotesOnIt() {
        Document bent = document.with(document.layout().through(Slot.of("p", "a"), List.of(new Point(200, 60))));
        Document moved = new MoveNodes(Set.of(), Set.of(FRAME), 100, 20).applied(bent);
        assertThat(frame(moved).at()).isEqualTo(new Point(120, 20));
        assertThat(note(moved).at()).isEqualTo(new Point(140, 270));
        assertThat(moved.at(A)).isEqualTo(document.at(A).plus(100, 20));
        assertThat(moved.at(P)).isEqualTo(document.at(P));
        assertThat(moved.layout().via()).isEqualTo(bent.layout().via());
        Document all = new MoveNodes(Set.of(P), Set.of(FRAME), 100, 20).applied(bent);
        assertThat(all.layout().via()).containsEntry(Slot.of("p", "a"), List.of(new Point(300, 80)));
    }

    @Test
    void movesAreNamedForWhatMoves() {
        assertThat(new MoveNodes(Set.of(), Set.of(NOTE), 1, 1).label()).isEqualTo("Move note1");
        assertThat(new MoveNodes(Set.of(), Set.of(NOTE, FRAME), 1, 1).label()).isEqualTo("Move 2 remarks");
        assertThat(new MoveNodes(Set.of(A), Set.of(FRAME), 1, 1).label()).isEqualTo("Move 2 things");
    }

    @Test
    void nodesEnterAndLeaveFrames() {
        Document in = after(new Enclose(Set.of(P), FRAME), "Put p into a frame");
        assertThat(frame(in).nodes()).containsExactly(A, B, P);
        Document out = after(new Enclose(Set.of(A, B), null), "Take 2 nodes out of its frame");
        assertThat(frame(out).nodes()).isEmpty();
    }

    @Test
    void textsTitlesColorsAndSizesChange() {
        assertThat(note(after(new EditNote(NOTE, "**x**"), "Edit note")).text()).isEqualTo("**x**");
        assertThat(frame(after(new RetitleFrame(FRAME, "Data"), "Change title of frame"))
                        .title())
                .isEqualTo("Data");
        assertThat(frame(after(new ColorFrames(Set.of(FRAME), "blue"), "Color frame blue"))
                        .color())
                .isEqualTo("blue");
        assertThat(new ColorFrames(Set.of(FRAME), "").label()).isEqualTo("Color frame grey");
        ResizeRemark resize = new ResizeRemark(NOTE, new Point(1, 2), new Point(30, 40));
        assertThat(note(after(resize, "Resize note1"))).isEqualTo(note(document).placed(resize.at(), resize.size()));
        assertThat(frame(new ResizeRemark(FRAME, new Point(0, 0), new Point(9, 9)).applied(document))
                        .size())
                .isEqualTo(new Point(9, 9));
        assertThat(new EditNote(NOTE, "two numbers").applied(document)).isSameAs(document);
    }

    @Test
    void deletingARemarkLeavesItsNodes() {
        Document known = document.with(
                document.file().with(new Extras(Map.of(), Map.of(), Map.of(), Map.of("note1", Map.of("k", "1")))));
        Delete command = new Delete(Set.of(), Set.of(), Set.of(FRAME, NOTE));
        assertThat(command.label()).isEqualTo("Delete 2 remarks");
        Document left = command.applied(known);
        assertThat(left.file().frames()).isEmpty();
        assertThat(left.file().notes()).isEmpty();
        assertThat(left.file().extras().marks()).isEmpty();
        assertThat(left.graph()).isSameAs(document.graph());
        assertThat(new Delete(Set.of(), Set.of(), Set.of(NOTE)).label()).isEqualTo("Delete note1");
    }

    @Test
    void framesFollowDeletedAndRenamedNodes() {
        assertThat(frame(new Delete(Set.of(A), Set.of()).applied(document)).nodes())
                .containsExactly(B);
        assertThat(frame(new Rename(A, NodeId.of("w")).applied(document)).nodes())
                .containsExactly(NodeId.of("w"), B);
    }
}
