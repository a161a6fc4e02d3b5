package chainrule.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.editor.document.Samples;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import java.awt.Point;
import java.awt.event.MouseEvent;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The path through what the pointer rests on is lit, and all else steps back. */
class LightingTest {
    private static final NodeId A = NodeId.of("a");
    private static final NodeId B = NodeId.of("b");
    private static final NodeId P = NodeId.of("p");
    private static final NodeId T = NodeId.of("t");
    private static final Slot PA = Slot.of("p", "a");
    private static final Slot PB = Slot.of("p", "b");
    private static final Slot TX = Slot.of("t", "x");

    /** p = a · b, and t = tanh p. */
    private final Document start = Samples.connect("p", "t", "x")
            .applied(Samples.node("t", "tanh", 560, 100).applied(Samples.product()));

    private CanvasFixture window;

    @BeforeEach
    void open() throws Exception {
        window = new CanvasFixture(start);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void aPathIsWhatAWireDependsOnAndWhatDependsOnIt() {
        assertThat(through(new Hit.OnEdge(PA))).contains(new Lit(java.util.Set.of(A, P, T), java.util.Set.of(PA, TX)));
        assertThat(through(new Hit.OnSource(Source.of(P))))
                .contains(new Lit(java.util.Set.of(A, B, P, T), java.util.Set.of(PA, PB, TX)));
        assertThat(through(new Hit.OnSlot(PB))).contains(new Lit(java.util.Set.of(B, P, T), java.util.Set.of(PB, TX)));
        assertThat(through(new Hit.OnNode(A))).isEmpty();
    }

    @Test
    void aPathIsLitWhereThePointerRestsAndNotWhileItPasses() throws Exception {
        int before = color(B);
        window.move(window.middleOf(PA));
        assertThat(lit()).isEmpty();
        await(true);
        assertThat(lit()).get().extracting(Lit::edges).isEqualTo(java.util.Set.of(PA, TX));
        assertThat(color(B)).isNotEqualTo(before);
        int lighted = color(A);
        window.move(new Point(3, 3));
        assertThat(lit()).isEmpty();
        assertThat(color(B)).isEqualTo(before);
        assertThat(color(A)).isEqualTo(lighted);
    }

    @Test
    void nothingIsFoundAnewWhileThePointerMovesAlongOneWire() throws Exception {
        Point middle = window.middleOf(PA);
        window.move(middle);
        await(true);
        Lit first = lit().orElseThrow();
        window.move(new Point(middle.x + 1, middle.y));
        assertThat(lit().orElseThrow()).isSameAs(first);
        window.move(window.middleOf(PB));
        assertThat(lit().orElseThrow().edges()).contains(PB).doesNotContain(PA);
    }

    @Test
    void aPressAndTheChoiceInTheMenuPutTheLightOut() throws Exception {
        window.move(window.middleOf(PA));
        await(true);
        window.press(new Point(3, 3), 0);
        assertThat(lit()).isEmpty();
        window.release(new Point(3, 3));
        CanvasFixture.onEdt(() -> {
            window.canvas.lighting().want(false);
            return true;
        });
        window.move(window.middleOf(PA));
        TimeUnit.MILLISECONDS.sleep(500);
        assertThat(lit()).isEmpty();
    }

    @Test
    void thePathFollowsTheGraph() throws Exception {
        window.move(window.middleOf(PA));
        await(true);
        window.history.perform(new chainrule.editor.document.command.Disconnect(TX));
        assertThat(lit()).get().extracting(Lit::edges).isEqualTo(java.util.Set.of(PA));
        window.history.undo();
        CanvasFixture.onEdt(() -> {
            var control = window.canvas.control();
            control.dispatchEvent(new MouseEvent(control, MouseEvent.MOUSE_EXITED, 0, 0, -1, -1, 0, false));
            return true;
        });
        assertThat(lit()).isEmpty();
    }

    private Optional<Lit> through(Hit hit) {
        return Lit.through(start.graph(), hit);
    }

    private Optional<Lit> lit() throws Exception {
        return CanvasFixture.onEdt(() ->
                window.canvas.lighting().in(window.canvas.scene().document().graph()));
    }

    private void await(boolean light) throws Exception {
        for (int i = 0; i < 200 && lit().isPresent() != light; i++) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(lit().isPresent()).isEqualTo(light);
    }

    /** The colour of the title of a card, beside its words. */
    private int color(NodeId node) throws Exception {
        Point title = window.title(node);
        Point at = CanvasFixture.onEdt(() -> {
            var box = window.canvas.scene().card(node).orElseThrow().title();
            var place = window.canvas
                    .viewport()
                    .toComponent(new java.awt.geom.Point2D.Double(box.getX() + 5, box.getMaxY() - 4));
            return new Point((int) place.getX(), title.y);
        });
        return window.painted().getRGB(at.x, at.y);
    }
}
