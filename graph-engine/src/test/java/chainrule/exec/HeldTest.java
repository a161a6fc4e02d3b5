package chainrule.exec;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.check.CheckReport;
import chainrule.check.GradientCheck;
import chainrule.check.Verdict;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.graph.Sketch;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.graph.Validation;
import chainrule.io.FileProblem;
import chainrule.io.GraphFile;
import chainrule.io.GraphJson;
import chainrule.op.Literal;
import chainrule.op.Presence;
import chainrule.op.Settings;
import chainrule.program.ProgramReader;
import chainrule.program.ProgramWriter;
import chainrule.program.Reading;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import chainrule.trace.Explainer;
import chainrule.trace.GradientView;
import chainrule.trace.Trace;
import chainrule.train.Training;
import chainrule.train.TrainingProblem;
import chainrule.train.TrainingRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldTest {
    private static final NodeId W = NodeId.of("w");
    private static final NodeId K = NodeId.of("k");
    private static final NodeId T = NodeId.of("t");
    private static final NodeId Y = NodeId.of("y");

    /** y = k · w² + w at w = 2, k = 3: y = 14, dy/dk = 4, dy/dw = 2kw + 1 = 13. */
    private final Graph drawn = new Sketch()
            .param("w", 2)
            .param("k", 3)
            .node("t", "square", "w")
            .node("p", "mul", "t", "k")
            .node("y", "add", "p", "w")
            .graph();

    private static Graph held(Graph graph, NodeId node, Tensor value) {
        return graph.with(graph.node(node).held(value));
    }

    private static GradientView run(Graph graph) {
        try (Workspace workspace = new Workspace(Plans.of(graph))) {
            return Trace.record(workspace).end();
        }
    }

    @Test
    void whatComesAfterComputesFromTheHeldValueAndNothingFlowsBackThroughIt() {
        GradientView free = run(drawn);
        assertThat(free.value(Y)).contains(Tensor.scalar(14));
        assertThat(free.gradient(W)).contains(Tensor.scalar(13));
        GradientView view = run(held(drawn, T, Tensor.scalar(10)));
        assertThat(view.value(T)).contains(Tensor.scalar(10));
        assertThat(view.value(Y)).contains(Tensor.scalar(32));
        assertThat(view.gradient(K)).contains(Tensor.scalar(10));
        assertThat(view.gradient(T)).as("what arrives at the held node").contains(Tensor.scalar(3));
        assertThat(view.contribution(Slot.of("t", "x"))).isEmpty();
        assertThat(view.gradient(W)).as("only by the other way").contains(Tensor.scalar(1));
    }

    @Test
    void aNodeThatOnlyAHeldOneReadsHasNoGradient() {
        Graph chain = new Sketch()
                .param("w", 2)
                .param("k", 3)
                .node("t", "tanh", "w")
                .node("y", "mul", "t", "k")
                .graph();
        GradientView view = run(held(chain, T, Tensor.scalar(0.5)));
        assertThat(view.value(Y)).contains(Tensor.scalar(1.5));
        assertThat(view.gradient(W)).isEmpty();
        assertThat(Plans.of(held(chain, T, Tensor.scalar(0.5))).trainable()).containsExactly(K);
    }

    @Test
    void theFastPassComputesTheSame() {
        ExecutionPlan plan = Plans.of(held(drawn, T, Tensor.scalar(10)));
        try (FastPass pass = FastPass.of(plan, List.of(W, K))) {
            pass.run();
            assertThat(pass.value(Source.of(Y))).isEqualTo(Tensor.scalar(32));
            assertThat(pass.gradient(Source.of(K))).contains(Tensor.scalar(10));
            assertThat(pass.gradient(Source.of(W))).contains(Tensor.scalar(1));
        }
    }

    /** One step of 0.1 down the gradient: k from 3 to 2, w from 2 to 1.9. */
    @Test
    void trainingMovesOnlyWhatTheGradientReaches() throws TrainingProblem {
        ExecutionPlan plan = Plans.of(held(drawn, T, Tensor.scalar(10)));
        try (TrainingRun training = TrainingRun.of(plan, Training.standard())) {
            training.step();
            assertThat(training.parameters()).containsEntry(K, Tensor.scalar(2)).containsEntry(W, Tensor.scalar(1.9));
        }
    }

    @Test
    void anotherHeldValueIsOnlyAnotherNumberOfTheSamePlan() {
        ExecutionPlan plan = Plans.of(held(drawn, T, Tensor.scalar(10)));
        Graph edited = held(drawn, T, Tensor.scalar(20));
        ExecutionPlan revised = plan.revised(edited).orElseThrow();
        assertThat(revised.revisedSources()).containsExactly(T);
        try (Workspace workspace = new Workspace(plan)) {
            workspace.run();
            workspace.revise(revised);
            workspace.run();
            assertThat(workspace.value(Source.of(Y))).isEqualTo(Tensor.scalar(62));
        }
        assertThat(plan.revised(drawn)).as("let go, the graph is another one").isEmpty();
    }

    @Test
    void aHeldNodeNeedsNoInputsAndGivesItsOwnShape() {
        Graph open = held(drawn.disconnected(Slot.of("t", "x")), T, Tensor.vector(1, 2));
        assertThat(Validation.of(open).problems()).isEmpty();
        assertThat(run(open).value(Y)).contains(Tensor.vector(5, 8));
        assertThat(run(open).gradient(K)).contains(Tensor.scalar(3));
    }

    @Test
    void blocksAndNodesThatRememberAreHeldLikeOthers() {
        Graph graph = new Sketch()
                .matrix("x", 2, 1, 2, 3, 4)
                .node("h", "dense", Settings.none().with("units", new Literal.Number(2)), "x")
                .param("gamma", 1, 1)
                .param("beta", 0, 0)
                .node("n", "batch_norm", "h", "gamma", "beta")
                .node("y", "sum", "n")
                .graph();
        Tensor two = Tensor.of(Shape.of(2, 2), 1, 1, 1, 1);
        GradientView view = run(held(held(graph, NodeId.of("h"), two), NodeId.of("n"), two));
        assertThat(view.value(Y)).contains(Tensor.scalar(4));
        assertThat(Plans.of(held(graph, NodeId.of("h"), two)).order())
                .as("nothing is inside a held block")
                .noneMatch(id -> id.name().startsWith("h/"));
    }

    @Test
    void aNodeWithSeveralOutputsSaysThatItCannotBeHeld() {
        Graph cell = new Sketch()
                .matrix("x", 1, 1)
                .matrix("h", 1, 0)
                .matrix("c", 1, 0)
                .node("l", "lstm_cell", "x", "h", "c")
                .graph();
        assertThat(Validation.of(held(cell, NodeId.of("l"), Tensor.scalar(1))).problems())
                .extracting(Problem::sentence)
                .contains("A node with several outputs cannot be held.");
    }

    @Test
    void theCheckHoldsTheGradientThatArrives() {
        CheckReport report = GradientCheck.of(Plans.of(held(drawn, T, Tensor.scalar(10))));
        assertThat(report.nodes()).hasSize(3).allMatch(node -> node.verdict() == Verdict.GREEN);
    }

    @Test
    void theStepSaysThatItIsHeld() {
        try (Workspace workspace = new Workspace(Plans.of(held(drawn, T, Tensor.scalar(10))))) {
            Trace trace = Trace.record(workspace);
            int step = trace.steps().indexOf(new Step.Forward(T));
            assertThat(new Explainer(trace, 4).at(step).formula()).isEqualTo("t = 10, held");
        }
    }

    @Test
    void filesAndProgramsKeepTheHeldValueAndLetItGo() throws FileProblem {
        Graph graph = held(drawn, T, Tensor.vector(1.5, -2));
        String text = GraphJson.write(GraphFile.untitled().with(graph));
        assertThat(text).contains("\"held\": [1.5, -2]").doesNotContain("settings\": {\"held");
        Graph read = GraphJson.read(text, StandardCatalog.create()).graph();
        assertThat(read.type(T).presence()).isEqualTo(Presence.HELD);
        assertThat(run(read).value(T)).contains(Tensor.vector(1.5, -2));
        assertThat(GraphJson.write(GraphFile.untitled().with(read))).isEqualTo(text);
        String program = ProgramWriter.text(graph);
        assertThat(program).contains("t = square(w) held [1.5, -2]\n");
        Reading.Understood understood =
                (Reading.Understood) ProgramReader.read(program + "# end", StandardCatalog.create(), graph);
        assertThat(understood.graph().node(T).settings())
                .isEqualTo(graph.node(T).settings());
        assertThat(understood.graph().type(T).presence()).isEqualTo(Presence.HELD);
        assertThat(graph.node(T).with(Presence.ACTIVE).settings())
                .isEqualTo(drawn.node(T).settings());
        assertThat(drawn.with(graph.node(T).with(Presence.ACTIVE)).type(T)).isSameAs(drawn.type(T));
    }

    @Test
    void aProgramThatHoldsAtNoNumberSaysSo() {
        Reading read = ProgramReader.read("t = input() held high", StandardCatalog.create(), Graph.empty());
        assertThat(((Reading.Refused) read).mistakes())
                .extracting(mistake -> mistake.sentence())
                .containsExactly("t is held at high; it should be a number or a list of numbers.");
    }

    @Test
    void aFileThatHoldsAtNoNumberIsOpenedAndSaysSo() throws FileProblem {
        String text = GraphJson.write(GraphFile.untitled().with(held(drawn, T, Tensor.scalar(1))))
                .replace("\"held\": 1", "\"held\": \"high\"");
        Graph read = GraphJson.read(text, StandardCatalog.create()).graph();
        assertThat(ExecutionPlan.compile(read, Precision.DOUBLE, 1L << 20)).isInstanceOf(Compilation.Rejected.class);
        assertThat(Validation.of(read).problems())
                .extracting(Problem::sentence)
                .first()
                .asString()
                .contains("held of t");
    }
}
