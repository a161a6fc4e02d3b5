package chainrule.editor.tour;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.command.AddNode;
import chainrule.editor.document.command.ChangeSettings;
import chainrule.editor.document.command.Connect;
import chainrule.editor.session.Evaluator;
import chainrule.editor.session.Selection;
import chainrule.editor.session.Stepper;
import chainrule.editor.session.Tour;
import chainrule.editor.session.TourStep;
import chainrule.editor.session.Workbench;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Point;
import chainrule.op.Catalog;
import chainrule.op.Literal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tour goes on when the learner has done what it says, and only then. */
class TourTest {
    private static final Catalog CATALOG = StandardCatalog.create();
    private static final NodeId W = NodeId.of("w");

    private final History history = new History(Document.untitled());
    private final Evaluator evaluator = new Evaluator(history, Runnable::run, Runnable::run, 64L << 20);
    private final Workbench bench = new Workbench(CATALOG, history, evaluator, new Selection(), new Stepper(evaluator));
    private final Tour tour = new Tour(bench, FirstSteps.of(actions()));

    private static Actions actions() {
        Actions actions = new Actions();
        actions.add(EditorAction.of("edit.add", "Add", () -> {})).keys(Scope.CANVAS, "TAB");
        actions.add(EditorAction.of("edit.connect", "Connect", () -> {})).keys(Scope.CANVAS, "C");
        actions.add(EditorAction.of("step.previous", "Back", () -> {})).keys(Scope.WINDOW, "shift F7");
        actions.add(EditorAction.of("step.end", "End", () -> {}));
        return actions;
    }

    @BeforeEach
    void begin() {
        evaluator.start();
        tour.start();
    }

    private String waiting() {
        return tour.step().map(TourStep::name).orElse("nothing");
    }

    private void set(double number) {
        bench.perform(new ChangeSettings(W, "value", new Literal.Number(number)));
    }

    @Test
    void everyStepWaitsForWhatItSays() {
        assertThat(tour.steps()).isEqualTo(8);
        assertThat(waiting()).isEqualTo("place");
        bench.perform(new AddNode(Node.of("q", CATALOG.get("square")), new Point(300, 0)));
        assertThat(waiting()).isEqualTo("place");
        bench.perform(new AddNode(Node.of("w", CATALOG.get("param")), new Point(0, 0)));
        assertThat(waiting()).isEqualTo("number");
        set(3);
        assertThat(waiting()).as("a square is there already").isEqualTo("wire");
        bench.perform(new Connect(Source.of(W), Slot.of("q", "x")));
        assertThat(waiting()).isEqualTo("gradient");
        bench.selection().select(W);
        assertThat(waiting()).isEqualTo("gradient");
        bench.selection().select(Slot.of("q", "x"));
        assertThat(waiting()).isEqualTo("back");
        bench.stepper().previous();
        assertThat(waiting()).isEqualTo("end");
        bench.stepper().toEnd();
        assertThat(waiting()).isEqualTo("change");
        set(3);
        assertThat(waiting()).isEqualTo("change");
        set(5);
        assertThat(waiting()).isEqualTo("nothing");
        assertThat(tour.isOn()).isTrue();
        tour.end();
        assertThat(tour.isOn()).isFalse();
    }

    @Test
    void everyStepCanBeShown() {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            steps.add(waiting());
            tour.show();
        }
        assertThat(steps).containsExactly("place", "number", "second", "wire", "gradient", "back", "end", "change");
        assertThat(waiting()).isEqualTo("nothing");
        assertThat(bench.stepper()
                        .view()
                        .orElseThrow()
                        .gradient(W)
                        .orElseThrow()
                        .item())
                .isEqualTo(10);
    }

    @Test
    void aStepCanBeLeftOutAndTheTourTakenAgain() {
        int[] changes = {0};
        tour.onChange(() -> changes[0]++);
        tour.skip();
        assertThat(waiting()).isEqualTo("number");
        tour.end();
        tour.skip();
        assertThat(tour.step()).isEmpty();
        tour.start();
        assertThat(waiting()).isEqualTo("place");
        assertThat(changes[0]).isEqualTo(3);
    }

    @Test
    void theKeysThatAreNamedAreThoseThatHold() {
        assertThat(tour.step().orElseThrow().how())
                .isEqualTo("Double-click the empty canvas or press Tab, type “parameter” and press Enter.");
        List<TourStep> steps = FirstSteps.of(actions());
        assertThat(steps.get(5).how()).isEqualTo("Press ◀ in the strip or press Shift+F7.");
        assertThat(steps.get(6).how()).isEqualTo("Press ▶| in the strip.");
    }
}
