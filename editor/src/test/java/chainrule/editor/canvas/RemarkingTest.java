package chainrule.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.RemarkId;
import chainrule.editor.document.Remarks;
import chainrule.editor.document.Samples;
import chainrule.editor.document.command.Delete;
import chainrule.graph.NodeId;
import chainrule.io.Frame;
import chainrule.io.Note;
import java.awt.Component;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Set;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemarkingTest {
    private static final NodeId A = NodeId.of("a");
    private static final NodeId B = NodeId.of("b");
    private static final NodeId P = NodeId.of("p");
    private static final RemarkId FRAME = new RemarkId("frame1");
    private static final RemarkId NOTE = new RemarkId("note1");

    private CanvasFixture window;

    @BeforeEach
    void open() throws Exception {
        window = new CanvasFixture(Samples.product());
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private void frameInputs() throws Exception {
        CanvasFixture.onEdt(() -> {
            window.selection.select(Set.of(A, B), Set.of());
            new Remarking(window.canvas).frame();
            window.canvas.camera().fit();
            return true;
        });
    }

    private Frame frame() {
        return new Remarks(window.history.document()).frame(FRAME).orElseThrow();
    }

    private Note note() {
        return new Remarks(window.history.document()).note(NOTE).orElseThrow();
    }

    private Point screen(double x, double y) throws Exception {
        return CanvasFixture.onEdt(() -> {
            Point2D at = window.canvas.viewport().toComponent(new Point2D.Double(x, y));
            return new Point((int) Math.round(at.getX()), (int) Math.round(at.getY()));
        });
    }

    private Rectangle2D box(RemarkId id) throws Exception {
        return CanvasFixture.onEdt(() -> window.canvas.scene().remarks().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow()
                .bounds());
    }

    private <T extends JTextComponent> T field(Class<T> kind) throws Exception {
        return CanvasFixture.onEdt(() -> {
            for (Component child : window.canvas.control().getComponents()) {
                if (kind.isInstance(child)) {
                    return kind.cast(child);
                }
            }
            return null;
        });
    }

    private void type(JTextComponent field, String text, String key) throws Exception {
        CanvasFixture.onEdt(() -> {
            field.setText(text);
            field.getActionForKeyStroke(KeyStroke.getKeyStroke(key)).actionPerformed(null);
            return true;
        });
    }

    @Test
    void theSelectionIsFramedAndTheTitleIsAskedForInPlace() throws Exception {
        frameInputs();
        assertThat(frame().nodes()).containsExactly(A, B);
        assertThat(box(FRAME).contains(40, 40, 176, 234)).isTrue();
        assertThat(box(FRAME).getX() % Grid.PITCH).isZero();
        type(field(JTextField.class), " Inputs ", "ENTER");
        assertThat(frame().title()).isEqualTo("Inputs");
        assertThat(field(JTextField.class)).isNull();
        assertThat(window.selection.onlyRemark()).contains(FRAME);
    }

    @Test
    void escapeLeavesTheTextAsItWas() throws Exception {
        frameInputs();
        type(field(JTextField.class), "lost", "ESCAPE");
        assertThat(frame().title()).isEqualTo("Frame");
    }

    @Test
    void aFrameDraggedByItsTitleTakesItsNodesAlong() throws Exception {
        frameInputs();
        var before = window.history.document().at(A);
        Rectangle2D box = box(FRAME);
        Point from = screen(box.getX() + 60, box.getY() + 14);
        window.dragFrom(from, screen(box.getX() + 60, box.getY() + 14 + 80));
        assertThat(window.history.document().at(A)).isEqualTo(before.plus(0, 80));
        assertThat(window.history.undoLabel()).contains("Move frame1");
    }

    @Test
    void aNodeDraggedOntoAFrameBelongsToItAndDraggedOutDoesNot() throws Exception {
        frameInputs();
        Rectangle2D box = box(FRAME);
        Point outside = window.title(P);
        window.dragFrom(outside, screen(box.getCenterX(), box.getCenterY()));
        assertThat(frame().nodes()).containsExactly(A, B, P);
        window.dragFrom(window.title(A), screen(box.getMaxX() + 300, box.getMinY()));
        assertThat(frame().nodes()).containsExactly(B, P);
        window.history.undo();
        assertThat(frame().nodes()).containsExactly(A, B, P);
    }

    @Test
    void altKeepsANodeOutOfTheFrame() throws Exception {
        frameInputs();
        Rectangle2D box = box(FRAME);
        Point to = screen(box.getCenterX(), box.getCenterY());
        window.press(window.title(P), 0);
        window.drag(to);
        window.drag(to);
        window.release(to, InputEvent.ALT_DOWN_MASK);
        assertThat(frame().nodes()).containsExactly(A, B);
    }

    @Test
    void aCornerIsDraggedAlongTheGrid() throws Exception {
        frameInputs();
        Rectangle2D box = box(FRAME);
        window.dragFrom(screen(box.getMaxX(), box.getMaxY()), screen(box.getMaxX() + 67, box.getMaxY() + 31));
        assertThat(box(FRAME).getMaxX()).isEqualTo(box.getMaxX() + 60);
        assertThat(box(FRAME).getMaxY()).isEqualTo(box.getMaxY() + 40);
        assertThat(box(FRAME).getMinX()).isEqualTo(box.getMinX());
        assertThat(window.history.undoLabel()).contains("Resize frame1");
    }

    @Test
    void aNoteIsWrittenInPlaceAndADoubleClickOpensItAgain() throws Exception {
        CanvasFixture.onEdt(() -> {
            window.history.perform(new Delete(Set.of(A, B, P), Set.of()));
            new Remarking(window.canvas).note();
            return true;
        });
        type(field(JTextArea.class), "# Loss\n**small**, $\\frac{1}{2}$", "ctrl ENTER");
        assertThat(note().text()).startsWith("# Loss");
        Rectangle2D box = box(NOTE);
        window.doubleClick(screen(box.getCenterX(), box.getMinY() + 15));
        assertThat(field(JTextArea.class).getText()).isEqualTo(note().text());
        type(field(JTextArea.class), "other", "ESCAPE");
        window.painted();
        window.click(screen(box.getCenterX(), box.getMinY() + 15), 0);
        window.key("DELETE");
        assertThat(window.history.document().file().notes()).isEmpty();
    }

    @Test
    void aBandTakesFramesThatLieInItAndNotesThatItTouches() throws Exception {
        frameInputs();
        CanvasFixture.onEdt(() -> {
            window.canvas.inPlace().close();
            return true;
        });
        Rectangle2D box = box(FRAME);
        window.dragFrom(screen(box.getMinX() - 15, box.getMinY() - 15), screen(box.getMaxX() + 15, box.getMaxY() + 15));
        assertThat(window.selection.remarks()).containsExactly(FRAME);
        assertThat(window.selection.nodes()).contains(A, B);
    }

    @Test
    void colorsAreForFramesOnly() throws Exception {
        frameInputs();
        CanvasFixture.onEdt(() -> {
            Remarking remarking = new Remarking(window.canvas);
            assertThat(remarking.whyNoColor()).isEmpty();
            remarking.color(FrameColor.BLUE);
            window.selection.clear();
            assertThat(remarking.whyNoColor()).isPresent();
            return true;
        });
        assertThat(frame().color()).isEqualTo("blue");
        assertThat(FrameColor.of("unheard")).isEqualTo(FrameColor.GREY);
    }
}
