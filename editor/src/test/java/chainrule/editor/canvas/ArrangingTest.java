package chainrule.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.editor.document.Samples;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.io.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArrangingTest {
    private static final NodeId A = NodeId.of("a");
    private static final NodeId B = NodeId.of("b");
    private static final NodeId P = NodeId.of("p");
    private static final Executor NOW = Runnable::run;

    private final Document start = Samples.product();
    private CanvasFixture window;

    @BeforeEach
    void open() throws Exception {
        window = new CanvasFixture(start);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private Document after(Set<NodeId> chosen, Executor worker, java.util.function.Consumer<Arranging> deed)
            throws Exception {
        CanvasFixture.onEdt(() -> {
            window.selection.select(chosen, Set.of());
            deed.accept(new Arranging(window.canvas, worker, NOW));
            return true;
        });
        return window.history.document();
    }

    @Test
    void sidesAreAlignedWithTheOutermost() throws Exception {
        Document left = after(Set.of(A, P), NOW, a -> a.align(Side.LEFT));
        assertThat(left.at(P)).isEqualTo(new Point(40, 100));
        assertThat(window.history.undoLabel()).contains("Align left edges");
        window.history.undo();
        Document bottom = after(Set.of(A, B), NOW, a -> a.align(Side.BOTTOM));
        assertThat(bottom.at(A)).isEqualTo(new Point(40, 180));
        window.history.undo();
        Document middle = after(Set.of(A, B), NOW, a -> a.align(Side.MIDDLE));
        assertThat(middle.at(A).y()).isEqualTo(middle.at(B).y()).isEqualTo(110);
    }

    @Test
    void gapsBecomeEqual() throws Exception {
        Document spread = after(Set.of(A, B, P), NOW, a -> a.distribute(false));
        double first = spread.at(P).y() - spread.at(A).y();
        assertThat(spread.at(B).y() - spread.at(P).y()).isEqualTo(first);
        assertThat(spread.at(A)).isEqualTo(start.at(A));
    }

    @Test
    void anEdgeBecomesLevel() throws Exception {
        after(Set.of(P), NOW, Arranging::straighten);
        CanvasFixture.onEdt(() -> {
            Scene scene = window.canvas.scene();
            assertThat(scene.port(Slot.of("p", "a")).orElseThrow().getY())
                    .isEqualTo(scene.port(chainrule.graph.Source.of(A))
                            .orElseThrow()
                            .getY());
            return true;
        });
    }

    @Test
    void theWholeGraphIsLaidOutInOneStep() throws Exception {
        Document laid = after(Set.of(), NOW, Arranging::layOut);
        assertThat(laid.at(P).x()).isGreaterThan(laid.at(A).x() + NodeMetrics.WIDTH);
        assertThat(laid.at(A).x()).isEqualTo(laid.at(B).x());
        assertThat(window.history.undoLabel()).contains("Lay out the graph");
        window.history.undo();
        assertThat(window.history.document()).isSameAs(start);
    }

    @Test
    void aLayoutThatAnEditHasOvertakenIsDropped() throws Exception {
        List<Runnable> late = new ArrayList<>();
        after(Set.of(A, B), late::add, Arranging::layOut);
        Document edited = after(Set.of(A, P), NOW, a -> a.align(Side.TOP));
        CanvasFixture.onEdt(() -> {
            late.forEach(Runnable::run);
            return true;
        });
        assertThat(window.history.document()).isSameAs(edited);
    }
}
