package chainrule.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.editor.document.Samples;
import chainrule.editor.document.command.AddNode;
import chainrule.editor.document.command.Delete;
import chainrule.editor.document.command.Disconnect;
import chainrule.graph.Edge;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Point;
import chainrule.op.Literal;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.awt.event.InputEvent;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphCanvasTest {
    private static final NodeId A = NodeId.of("a");
    private static final NodeId B = NodeId.of("b");
    private static final NodeId P = NodeId.of("p");
    private static final Slot PA = Slot.of("p", "a");
    private static final Slot PB = Slot.of("p", "b");

    /** p = a · b, and t = tanh of nothing yet. */
    private final Document start =
            Samples.node("t", "tanh", 560, 100).applied(new Disconnect(PB).applied(Samples.product()));

    private CanvasFixture window;

    @BeforeEach
    void open() throws Exception {
        window = new CanvasFixture(start);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private Document document() {
        return window.history.document();
    }

    @Test
    void aWireDraggedFromAnOutputToAnInputConnectsThem() throws Exception {
        window.dragFrom(window.at(Source.of(B)), window.at(PB));
        assertThat(document().graph().into(PB)).contains(new Edge(Source.of(B), PB));
        assertThat(window.history.undoLabel()).contains("Connect b → p.b");
        window.history.undo();
        assertThat(document()).isSameAs(start);
    }

    @Test
    void aTypeThatIsDraggedFromThePaletteIsAddedWhereItIsDropped() throws Exception {
        var place = new java.awt.Point(700, 500);
        boolean taken = CanvasFixture.onEdt(() -> new NodeTypeDrop(window.canvas, () -> Samples.CATALOG)
                .taken(new java.awt.datatransfer.StringSelection("chainrule-node:tanh"), place));
        assertThat(taken).isTrue();
        var card = CanvasFixture.onEdt(() ->
                window.canvas.scene().card(NodeId.of("tanh")).orElseThrow().title());
        assertThat(card.contains(
                        CanvasFixture.onEdt(() -> window.canvas.viewport().toGraph(place))))
                .isTrue();
        var texts = new java.util.ArrayList<String>();
        window.canvas.asking().onText((text, at) -> texts.add(text));
        CanvasFixture.onEdt(() -> new NodeTypeDrop(window.canvas, () -> Samples.CATALOG)
                .taken(new java.awt.datatransfer.StringSelection("just text"), place));
        assertThat(texts).containsExactly("just text");
    }

    @Test
    void aWireDroppedWithShiftAsksForNothing() throws Exception {
        var empty = window.at(Source.of(B));
        empty.translate(30, 150);
        window.press(window.at(Source.of(B)), 0);
        window.drag(empty);
        window.release(empty, InputEvent.SHIFT_DOWN_MASK);
        assertThat(window.asked).isEmpty();
        CanvasFixture.onEdt(() -> {
            window.canvas.asking().askOnRelease(false);
            return true;
        });
        window.dragFrom(window.at(Source.of(B)), empty);
        assertThat(window.asked).isEmpty();
        window.press(window.at(Source.of(B)), 0);
        window.drag(empty);
        window.release(empty, InputEvent.SHIFT_DOWN_MASK);
        assertThat(window.asked).hasSize(1);
    }

    @Test
    void askingOverAWireAsksForANodeInIt() throws Exception {
        var middle = window.middleOf(PA);
        window.move(middle);
        CanvasFixture.onEdt(() -> {
            window.canvas.asking().addAtPointer();
            return true;
        });
        assertThat(window.asked).singleElement().satisfies(r -> assertThat(r.onto())
                .isEqualTo(PA));
    }

    @Test
    void altAndLeftGoBackToWhatWasSeenAndRightForwardAgain() throws Exception {
        Viewport.View fitted =
                CanvasFixture.onEdt(() -> window.canvas.viewport().view());
        CanvasFixture.onEdt(() -> {
            window.canvas.camera().show(new Point(900, 900), 2);
            return true;
        });
        Viewport.View shown = CanvasFixture.onEdt(() -> window.canvas.viewport().view());
        window.key("alt LEFT");
        assertThat(CanvasFixture.onEdt(() -> window.canvas.viewport().view())).isEqualTo(fitted);
        window.key("alt RIGHT");
        assertThat(CanvasFixture.onEdt(() -> window.canvas.viewport().view())).isEqualTo(shown);
    }

    @Test
    void aWireIsMagneticAndIsDrawnFromTheInputToo() throws Exception {
        var near = window.at(Source.of(B));
        near.translate(12, 8);
        window.dragFrom(window.at(PB), near);
        assertThat(document().graph().into(PB)).contains(new Edge(Source.of(B), PB));
    }

    @Test
    void anOutputRefusesAWireFromAnOutputInWordsAndWithoutADialog() throws Exception {
        int windows = java.awt.Window.getWindows().length;
        window.press(window.at(Source.of(A)), 0);
        window.drag(window.at(Source.of(B)));
        window.drag(window.at(Source.of(B)));
        assertThat(window.canvas.balloon())
                .isEqualTo(new Balloon("b is an output: a wire from a needs an input.", Balloon.Kind.REFUSAL));
        window.release(window.at(Source.of(B)));
        assertThat(document()).isSameAs(start);
        assertThat(java.awt.Window.getWindows()).hasSize(windows);
    }

    @Test
    void nothingIsBufferedBetweenTheCanvasAndTheScreen() throws Exception {
        assertThat(CanvasFixture.onEdt(
                        () -> ((CellView) window.canvas.control().getParent().getParent()).isTripleBuffered()))
                .isFalse();
    }

    @Test
    void twoClicksConnectLikeADrag() throws Exception {
        window.click(window.at(Source.of(P)), 0);
        window.move(window.at(Slot.of("t", "x")));
        window.click(window.at(Slot.of("t", "x")), 0);
        assertThat(document().graph().into(Slot.of("t", "x"))).isPresent();
    }

    @Test
    void aLoopIsRefusedWithItsSentenceBeforeTheRelease() throws Exception {
        window.dragFrom(window.at(Source.of(P)), window.at(Slot.of("t", "x")));
        Document connected = document();
        window.press(window.at(Source.of(NodeId.of("t"))), 0);
        window.drag(window.at(PB));
        window.drag(window.at(PB));
        assertThat(window.canvas.balloon())
                .isEqualTo(
                        new Balloon("This edge would close a loop: p already feeds t (p → t).", Balloon.Kind.REFUSAL));
        window.release(window.at(PB));
        assertThat(document()).isSameAs(connected);
        assertThat(window.canvas.balloon()).isNull();
    }

    @Test
    void anEdgePulledOffIntoEmptyCanvasIsDisconnected() throws Exception {
        var empty = window.at(PA);
        empty.translate(-40, -90);
        window.dragFrom(window.at(PA), empty);
        assertThat(document().graph().into(PA)).isEmpty();
        assertThat(window.history.undoLabel()).contains("Disconnect p.a");
    }

    @Test
    void anEdgePulledOffIsPluggedElsewhereInOneStep() throws Exception {
        window.dragFrom(window.at(PA), window.at(PB));
        assertThat(document().graph().into(PA)).isEmpty();
        assertThat(document().graph().into(PB)).contains(new Edge(Source.of(A), PB));
        window.history.undo();
        assertThat(document()).isSameAs(start);
    }

    @Test
    void escapeEndsAGestureWithoutAChange() throws Exception {
        window.press(window.at(PA), 0);
        window.drag(window.at(PB));
        window.drag(window.at(PB));
        window.key("ESCAPE");
        window.release(window.at(PB));
        assertThat(document()).isSameAs(start);
    }

    @Test
    void aWireDroppedOnEmptyCanvasAsksForANode() throws Exception {
        var empty = window.at(Source.of(B));
        empty.translate(30, 150);
        window.dragFrom(window.at(Source.of(B)), empty);
        assertThat(window.asked).singleElement().satisfies(r -> {
            assertThat(r.from()).isEqualTo(Source.of(B));
            assertThat(r.component()).isEqualTo(empty);
        });
    }

    @Test
    void aDraggedNodeSnapsAndIsOneStepOfUndo() throws Exception {
        var from = window.title(A);
        var to = new java.awt.Point(from.x + 33, from.y + 52);
        window.dragFrom(from, to);
        Point moved = document().at(A);
        assertThat(moved.x() % Grid.PITCH).isZero();
        assertThat(moved.y()).isGreaterThan(80);
        assertThat(window.history.undoLabel()).contains("Move a");
        window.history.undo();
        assertThat(document()).isSameAs(start);
        assertThat(window.history.undoLabel()).isEmpty();
    }

    @Test
    void aRubberBandSelectsWhatItTouchesAndDeleteDeletesIt() throws Exception {
        var from = window.title(A);
        from.translate(-140, -60);
        var to = window.title(B);
        window.dragFrom(from, to);
        assertThat(window.selection.nodes()).containsExactlyInAnyOrder(A, B);
        window.key("DELETE");
        assertThat(document().graph().has(A)).isFalse();
        assertThat(document().graph().has(B)).isFalse();
        assertThat(window.selection.isEmpty()).isTrue();
    }

    @Test
    void clicksSelectNodesAndEdges() throws Exception {
        window.click(window.title(A), 0);
        window.click(window.title(B), InputEvent.SHIFT_DOWN_MASK);
        assertThat(window.selection.nodes()).containsExactlyInAnyOrder(A, B);
        window.click(window.middleOf(PA), 0);
        assertThat(window.selection.onlyEdge()).contains(PA);
        window.key("BACK_SPACE");
        assertThat(document().graph().into(PA)).isEmpty();
    }

    @Test
    void duplicatesAreNamedAnewWithTheEdgesAmongThem() throws Exception {
        window.key("ctrl A");
        window.key("ctrl D");
        assertThat(document().graph().nodes()).hasSize(8);
        assertThat(document().graph().into(Slot.of("p2", "a")))
                .contains(new Edge(Source.of(NodeId.of("a2")), Slot.of("p2", "a")));
        assertThat(window.selection.nodes()).hasSize(4).doesNotContain(A);
    }

    @Test
    void arrowsNudgeAndAFewOfThemAreOneStep() throws Exception {
        window.selection.select(Set.of(A), Set.of());
        window.key("RIGHT");
        window.key("shift DOWN");
        window.key("alt RIGHT");
        assertThat(document().at(A)).isEqualTo(new Point(61, 240));
        window.history.undo();
        assertThat(document()).isSameAs(start);
    }

    @Test
    void aDoubleClickOnNothingAndTabAskForANode() throws Exception {
        window.doubleClick(new java.awt.Point(20, 20));
        window.key("TAB");
        assertThat(window.asked).hasSize(2).allSatisfy(r -> assertThat(r.from()).isNull());
    }

    @Test
    void theWheelZoomsAboutThePointer() throws Exception {
        var pointer = window.title(P);
        var before = window.canvas.screenToGraph(pointer);
        CanvasFixture.onEdt(() -> {
            window.canvas.viewport().zoomAt(window.canvas.zoom() * 1.5, pointer);
            return true;
        });
        assertThat(window.canvas.zoom()).isEqualTo(1.5);
        assertThat(window.canvas.screenToGraph(pointer).x())
                .isCloseTo(before.x(), org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void everyNodeIsAnAccessibleChildWithAName() throws Exception {
        var context = window.canvas.control().getAccessibleContext();
        assertThat(context.getAccessibleName()).isEqualTo("Graph canvas");
        assertThat(context.getAccessibleChildrenCount()).isEqualTo(4);
        var first = context.getAccessibleChild(0).getAccessibleContext();
        assertThat(first.getAccessibleName()).startsWith("a, Parameter");
    }

    @Test
    void whatThePointerIsOverIsSaidWithEveryDigit() throws Exception {
        window.history.perform(new Delete(Set.of(NodeId.of("t")), Set.of()));
        window.dragFrom(window.at(Source.of(B)), window.at(PB));
        String tip = CanvasFixture.onEdt(
                () -> new Tips(window.canvas.scene()).at(new Hit.OnEdge(PB)).orElseThrow());
        assertThat(tip).contains("b → p.b").contains("3.0").contains("2.0");
    }

    @Test
    void aShapeThatWillNotFitIsSaidBeforeTheRelease() throws Exception {
        window.history.perform(array("m", Tensor.of(Shape.of(2, 2), 1, 2, 3, 4), 320));
        window.history.perform(array("v", Tensor.vector(1, 2, 3), 440));
        window.history.perform(Samples.node("mm", "matmul", 300, 320));
        window.history.perform(Samples.connect("m", "mm", "a"));
        CanvasFixture.onEdt(() -> {
            window.canvas.camera().fit();
            return true;
        });
        window.press(window.at(Source.of(NodeId.of("v"))), 0);
        window.drag(window.at(Slot.of("mm", "b")));
        window.drag(window.at(Slot.of("mm", "b")));
        assertThat(window.canvas.balloon()).isNotNull().satisfies(b -> {
            assertThat(b.kind()).isEqualTo(Balloon.Kind.WARNING);
            assertThat(b.text()).contains("2×2").contains("3");
        });
        window.release(window.at(Slot.of("mm", "b")));
        assertThat(document().graph().into(Slot.of("mm", "b"))).isPresent();
    }

    @Test
    void anUnconnectedNodeDroppedOnAnEdgeIsPutIntoItInOneStep() throws Exception {
        window.dragFrom(window.title(NodeId.of("t")), window.middleOf(PA));
        Source t = Source.of(NodeId.of("t"));
        assertThat(document().graph().edges())
                .containsExactlyInAnyOrder(new Edge(Source.of(A), Slot.of("t", "x")), new Edge(t, PA));
        assertThat(window.history.undoLabel()).contains("Insert t into a → p.a");
        window.history.undo();
        assertThat(document()).isSameAs(start);
    }

    @Test
    void aTypeDroppedOnTheCanvasBecomesASelectedNode() throws Exception {
        NodeId id = CanvasFixture.onEdt(
                () -> window.canvas.dropNode(Samples.CATALOG.get("relu"), new java.awt.Point(300, 300)));
        assertThat(document().node(id).type().id()).isEqualTo("relu");
        assertThat(window.selection.onlyNode()).contains(id);
    }

    private static AddNode array(String id, Tensor value, double y) {
        AddNode plain = Samples.param(id, 0, 40, y);
        return new AddNode(plain.node().with(Settings.none().with("value", new Literal.Numbers(value))), plain.at());
    }

    @Test
    void insideAnOpenedNodeNothingIsChangedAndTheViewOutsideIsKept() throws Exception {
        try (CanvasFixture canvas = new CanvasFixture(Samples.sequence(3))) {
            NodeId lstm = NodeId.of("lstm");
            NodeId layer = lstm.child("l0");
            double zoom = CanvasFixture.onEdt(canvas.canvas::zoom);
            canvas.doubleClick(canvas.title(lstm));
            canvas.await(layer);
            Document before = canvas.history.document();
            canvas.press(canvas.title(layer), 0);
            canvas.drag(new java.awt.Point(300, 300));
            assertThat(CanvasFixture.onEdt(() -> canvas.canvas.balloon().text()))
                    .isEqualTo("Inside lstm nothing can be changed: unpack it to edit what is inside.");
            canvas.release(new java.awt.Point(300, 300));
            canvas.key("DELETE");
            canvas.key("ctrl D");
            canvas.click(canvas.at(Source.of(layer)), 0);
            assertThat(canvas.history.document()).isSameAs(before);
            canvas.selection.select(layer);
            canvas.key("LEFT");
            assertThat(canvas.selection.nodes()).containsExactly(lstm.child("x"));
            canvas.painted();
            canvas.key("alt UP");
            canvas.await(lstm);
            assertThat(CanvasFixture.onEdt(canvas.canvas::zoom)).isEqualTo(zoom);
            assertThat(canvas.selection.nodes()).containsExactly(lstm);
        }
    }
}
