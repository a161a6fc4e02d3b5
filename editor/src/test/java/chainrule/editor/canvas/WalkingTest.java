package chainrule.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.editor.document.Samples;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WalkingTest {
    private static final NodeId A = NodeId.of("a");
    private static final NodeId B = NodeId.of("b");
    private static final NodeId P = NodeId.of("p");

    /** p = a · b, and t = tanh of nothing yet. */
    private final Document start = Samples.node("t", "tanh", 4000, 100).applied(Samples.product());

    private CanvasFixture window;

    @BeforeEach
    void open() throws Exception {
        window = new CanvasFixture(start);
        CanvasFixture.onEdt(() -> {
            window.canvas.walking().turn(true);
            return window.canvas.walking();
        });
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void leftAndRightGoAlongWiresUpAndDownAmongSiblings() throws Exception {
        press("RIGHT");
        assertThat(window.selection.onlyNode()).contains(A);
        press("DOWN");
        assertThat(window.selection.onlyNode()).contains(B);
        press("UP", "RIGHT");
        assertThat(window.selection.onlyNode()).contains(P);
        press("RIGHT");
        assertThat(window.selection.onlyNode()).contains(P);
        assertThat(window.canvas.voice().last()).isEqualTo("It feeds nothing.");
    }

    @Test
    void tabGoesThroughAllNodesAndShowsTheReachedOne() throws Exception {
        press("TAB", "TAB", "TAB", "TAB");
        NodeId last = NodeId.of("t");
        assertThat(window.selection.onlyNode()).contains(last);
        var seen = CanvasFixture.onEdt(() -> window.canvas.viewport().visible(window.canvas.getSize()));
        assertThat(seen.contains(window.canvas.scene().card(last).orElseThrow().bounds()))
                .isTrue();
        press("TAB");
        assertThat(window.selection.onlyNode()).contains(A);
        press("shift TAB");
        assertThat(window.selection.onlyNode()).contains(last);
        assertThat(window.asked).isEmpty();
    }

    @Test
    void shiftGoesThroughPortsAndWires() throws Exception {
        press("RIGHT", "shift RIGHT");
        assertThat(window.canvas.walking().at()).isEqualTo(new Hit.OnSource(Source.of(A)));
        press("shift RIGHT");
        assertThat(window.selection.onlyEdge()).contains(Slot.of("p", "a"));
        press("shift RIGHT");
        assertThat(window.canvas.walking().at()).isEqualTo(new Hit.OnSlot(Slot.of("p", "a")));
        press("shift DOWN");
        assertThat(window.canvas.walking().at()).isEqualTo(new Hit.OnSlot(Slot.of("p", "b")));
        assertThat(window.canvas.voice().last()).isEqualTo("input b of p, fed by b");
        press("shift RIGHT");
        assertThat(window.selection.onlyNode()).contains(P);
    }

    @Test
    void spaceKeepsANodeSelected() throws Exception {
        press("RIGHT", "SPACE", "RIGHT");
        assertThat(window.selection.nodes()).containsExactlyInAnyOrder(A, P);
        press("LEFT", "SPACE", "RIGHT");
        assertThat(window.selection.nodes()).containsExactly(P);
    }

    @Test
    void altAndAnArrowMoveTheReachedNode() throws Exception {
        press("RIGHT", "alt DOWN");
        assertThat(window.history.document().at(A).y() - start.at(A).y()).isEqualTo(Grid.PITCH);
    }

    @Test
    void whatIsReachedHasARingAndIsWhereEnterLeads() throws Exception {
        java.util.List<Hit> entered = new java.util.ArrayList<>();
        window.canvas.asking().onEnter(entered::add);
        press("RIGHT", "ENTER");
        assertThat(entered).containsExactly(new Hit.OnNode(A));
        focus();
        int around = ring();
        CanvasFixture.onEdt(() -> {
            window.canvas.walking().turn(false);
            return true;
        });
        assertThat(around).isEqualTo(window.canvas.colors().text().getRGB()).isNotEqualTo(ring());
    }

    private void focus() throws Exception {
        for (int i = 0; i < 100 && !CanvasFixture.onEdt(window.canvas.keyboard()::isFocusOwner); i++) {
            CanvasFixture.onEdt(window.canvas::requestFocusInWindow);
            java.util.concurrent.TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** The colour of the canvas on the left part of the ring around a. */
    private int ring() throws Exception {
        var image = window.painted();
        var box = window.canvas.scene().card(A).orElseThrow().bounds();
        var at =
                window.canvas.viewport().toComponent(new java.awt.geom.Point2D.Double(box.getX() - 7, box.getY() + 12));
        return image.getRGB((int) Math.round(at.getX()), (int) Math.round(at.getY()));
    }

    private void press(String... keys) throws Exception {
        for (String key : keys) {
            CanvasFixture.onEdt(() -> window.canvas.walking().pressed(KeyStroke.getKeyStroke(key)));
        }
    }
}
