package chainrule.editor.session;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.Samples;
import chainrule.editor.document.command.AddNode;
import chainrule.editor.document.command.ChangeSettings;
import chainrule.editor.document.command.Connect;
import chainrule.editor.document.command.Delete;
import chainrule.editor.document.command.Disconnect;
import chainrule.editor.document.command.MakeBlock;
import chainrule.exec.Step;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Point;
import chainrule.op.Catalog;
import chainrule.op.Literal;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import chainrule.trace.TraceCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShowingTest {
    private static final NodeId LSTM = NodeId.of("lstm");
    private static final NodeId LAYER = NodeId.of("lstm/l0");
    private static final NodeId CELL = NodeId.of("lstm/l0/t3");
    private static final double SAME = 1e-12;

    private final History history = new History(Samples.sequence(5));
    private final Evaluator evaluator = new Evaluator(history, Runnable::run, Runnable::run, 64L << 20);
    private final Stepper stepper = new Stepper(evaluator);
    private final Showing showing = new Showing(history, evaluator, StandardCatalog.create());

    ShowingTest() {
        evaluator.start();
    }

    private Sight sight() {
        TraceCursor cursor = stepper.cursor().orElseThrow();
        return new Sight(showing.shown(), cursor.trace(), cursor.view());
    }

    private List<String> names() {
        return showing.document().graph().nodes().stream()
                .map(n -> n.id().last())
                .toList();
    }

    @Test
    void theDocumentIsShownUntilANodeIsOpened() {
        assertThat(showing.shown().document()).isSameAs(history.document());
        assertThat(showing.shown().refusal()).isEmpty();
        assertThat(showing.open(LSTM)).isEmpty();
        assertThat(names()).startsWith("x").contains("l0", "out", "h", "c");
        assertThat(showing.shown().refusal())
                .contains("Inside lstm nothing can be changed: unpack it to edit what is inside.");
        showing.open(LAYER);
        showing.open(CELL);
        assertThat(showing.scope().way()).containsExactly(LSTM, LAYER, CELL);
        assertThat(names()).contains("f", "i", "g", "o");
        showing.up();
        assertThat(showing.scope().inside()).isEqualTo(LAYER);
        showing.up();
        showing.up();
        showing.up();
        assertThat(showing.scope().isOutside()).isTrue();
    }

    @Test
    void openingACellShowsItsGatesAndChangesNoNumber() {
        Tensor loss = sight().value(Source.of(NodeId.of("loss"))).orElseThrow();
        Tensor back = sight().gradient(Source.of(NodeId.of("x"))).orElseThrow();
        showing.open(CELL);
        Source forget = Source.of(CELL.child("f"));
        assertThat(sight().value(forget)).isPresent();
        assertThat(sight().gradient(forget).orElseThrow().shape()).isEqualTo(Shape.of(3));
        assertThat(showing.shown().shape(forget, evaluator.current())).contains(Shape.of(3));
        showing.show(Scope.outside());
        assertThat(sight().value(Source.of(NodeId.of("loss"))).orElseThrow().item())
                .isCloseTo(loss.item(), org.assertj.core.data.Offset.offset(SAME));
        assertThat(sight().gradient(Source.of(NodeId.of("x"))).orElseThrow().toArray())
                .containsExactly(back.toArray(), org.assertj.core.data.Offset.offset(SAME));
    }

    @Test
    void inputsAndOutputsOfAnOpenedNodeSayWhatComesInAndGoesOut() {
        Tensor value = sight().value(Source.of(NodeId.of("x"))).orElseThrow();
        Tensor back = sight().contribution(Slot.of("lstm", "x")).orElseThrow();
        Tensor arriving = sight().gradient(Source.of(LSTM)).orElseThrow();
        showing.open(LSTM);
        Source entrance = Source.of(LSTM.child("x"));
        Source exit = Source.of(LSTM.child("out"));
        assertThat(showing.shown().isBorder(entrance.node())).isTrue();
        assertThat(sight().value(entrance)).contains(value);
        assertThat(sight().gradient(entrance)).contains(back);
        assertThat(sight().gradient(exit)).contains(arriving);
        assertThat(sight().value(exit).orElseThrow().shape()).isEqualTo(Shape.of(5, 3));
        assertThat(sight().contribution(new Slot(exit.node(), "in"))).contains(arriving);
        assertThat(sight().hasGradient(Source.of(LSTM.child("c")))).isFalse();
        assertThat(sight().contributors(entrance)).containsExactly(new Slot(LAYER, "x"));
    }

    @Test
    void contributionsAtEachLevelAddUpToTheGradient() {
        showing.open(LAYER);
        Source weights = Source.of(LAYER.child("Wh"));
        List<Slot> slots = sight().contributors(weights);
        assertThat(slots).hasSize(5).first().isEqualTo(new Slot(LAYER.child("t4"), "Wh"));
        Tensor sum = slots.stream()
                .map(s -> sight().contribution(s).orElseThrow())
                .reduce(Tensor::plus)
                .orElseThrow();
        assertThat(sum.toArray())
                .containsExactly(
                        sight().gradient(weights).orElseThrow().toArray(), org.assertj.core.data.Offset.offset(SAME));
    }

    @Test
    void theStepThatIsLookedAtStaysWhenANodeIsOpened() {
        stepper.goTo(NodeId.of("x"));
        Step step = stepper.marked().orElseThrow();
        showing.open(CELL);
        assertThat(stepper.marked()).contains(step);
        stepper.goTo(LSTM);
        assertThat(stepper.marked().map(Step::node))
                .hasValueSatisfying(n -> assertThat(n.top()).isEqualTo(LSTM));
        assertThat(sight().visible(CELL.child("f"))).contains(CELL.child("f"));
        assertThat(Scope.outside().visible(CELL.child("f"))).contains(LSTM);
        assertThat(Scope.inside(LAYER).visible(CELL.child("f"))).contains(CELL);
        assertThat(Scope.inside(LAYER).visible(NodeId.of("x"))).isEmpty();
    }

    @Test
    void whatAnEditTakesAwayIsLeft() {
        List<Scope> seen = new ArrayList<>();
        showing.onChange(() -> seen.add(showing.scope()));
        showing.open(CELL);
        Document open = showing.document();
        history.perform(new ChangeSettings(LSTM, "seed", new Literal.Number(7)));
        assertThat(showing.scope().inside()).isEqualTo(CELL);
        assertThat(showing.document()).isNotSameAs(open);
        history.perform(new Delete(Set.of(LSTM), Set.of()));
        assertThat(showing.scope().isOutside()).isTrue();
        assertThat(seen).containsExactly(Scope.inside(CELL), Scope.outside());
    }

    @Test
    void whatCannotBeOpenedSaysWhy() {
        assertThat(showing.open(NodeId.of("loss"))).contains("loss has nothing inside: it is computed as a whole.");
        assertThat(showing.open(NodeId.of("gone"))).contains("There is no node gone.");
        assertThat(showing.open(LSTM.child("gone"))).contains("There is no gone inside lstm.");
        history.perform(new Disconnect(Slot.of("lstm", "x")));
        assertThat(showing.open(LSTM)).contains("lstm cannot be opened yet: what is inside depends on what reaches x.");
        showing.reveal(CELL);
        assertThat(showing.scope().isOutside()).isTrue();
    }

    @Test
    void aNodeInsideIsRevealedWhereItIs() {
        showing.reveal(CELL.child("f"));
        assertThat(showing.scope().inside()).isEqualTo(CELL);
        assertThat(sight().root()).isEmpty();
        assertThat(sight().pulled(new Slot(CELL.child("f"), "x"))).isTrue();
        showing.reveal(NodeId.of("x"));
        assertThat(showing.scope().isOutside()).isTrue();
        assertThat(sight().root()).contains(NodeId.of("loss"));
    }

    @Test
    void theInsideOfABlockOfOnesOwnIsEditedInPlace() {
        Catalog catalog = StandardCatalog.create();
        history.restart(Samples.chain());
        history.perform(new MakeBlock(Set.of(NodeId.of("s")), "bend", catalog));
        NodeId use = NodeId.of("bend");
        NodeId inner = use.child("s");
        assertThat(showing.open(use)).isEmpty();
        assertThat(showing.shown().refusal()).isEmpty();
        assertThat(names()).containsExactly("x", "s", "out");
        assertThat(sight().value(Source.of(use.child("x")))).isEqualTo(sight().value(Source.of(NodeId.of("m"))));
        Tensor before = sight().value(Source.of(inner)).orElseThrow();
        showing.perform(new ChangeSettings(inner, "offset", new Literal.Number(12)));
        assertThat(history.undoLabel()).contains("Change offset of s in bend");
        assertThat(sight().value(Source.of(inner)).orElseThrow().item()).isEqualTo(before.item() + 10);
        assertThat(sight().value(Source.of(use.child("out"))).orElseThrow().item())
                .isEqualTo(before.item() + 10);

        showing.perform(new Disconnect(new Slot(inner, "x")));
        assertThat(showing.scope().inside()).isEqualTo(use);
        assertThat(showing.shown().problemsAt(inner, evaluator.current()))
                .extracting(p -> p.sentence())
                .containsExactly("Input x of bend/s is not connected.");
        history.undo();
        assertThat(showing.shown().problemsAt(inner, evaluator.current())).isEmpty();

        List<String> said = new ArrayList<>();
        showing.onRefused(said::add);
        showing.perform(new AddNode(
                new Node(use.child("again"), history.document().graph().type(use), Settings.none(), ""),
                new Point(0, 0)));
        assertThat(said).containsExactly("The block bend would contain itself: bend → bend.");
        history.undo();
        history.undo();
        assertThat(showing.scope().isOutside()).isTrue();
    }

    @Test
    void aBlockInsideABlockIsEditedWhateverIsWrongAroundIt() {
        Catalog catalog = StandardCatalog.create();
        history.restart(Samples.chain());
        history.perform(new MakeBlock(Set.of(NodeId.of("s")), "bend", catalog));
        history.perform(new MakeBlock(Set.of(NodeId.of("bend")), "outer", catalog));
        NodeId inner = NodeId.of("outer/bend");
        showing.open(inner);
        assertThat(showing.shown().refusal()).isEmpty();
        showing.perform(new Disconnect(new Slot(inner.child("s"), "x")));
        showing.perform(new ChangeSettings(inner.child("s"), "offset", new Literal.Number(4)));
        assertThat(showing.scope().inside()).isEqualTo(inner);
        showing.perform(new Connect(Source.of(inner.child("x")), new Slot(inner.child("s"), "x")));
        assertThat(evaluator.current().problems()).isEmpty();
        assertThat(sight().value(Source.of(inner.child("s")))).isPresent();
        showing.up();
        assertThat(showing.shown().refusal()).isEmpty();
        assertThat(showing.scope().inside()).isEqualTo(NodeId.of("outer"));
    }
}
