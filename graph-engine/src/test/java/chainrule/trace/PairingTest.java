package chainrule.trace;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.exec.Plans;
import chainrule.exec.Step;
import chainrule.exec.Workspace;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.graph.Slot;
import org.junit.jupiter.api.Test;

class PairingTest {
    private static Trace trace(Graph graph) {
        try (Workspace workspace = new Workspace(Plans.of(graph))) {
            return Trace.record(workspace);
        }
    }

    private static int after(Trace trace, Step step) {
        return trace.steps().indexOf(step) + 1;
    }

    /** Two paths without the branch over {@code d}: {@code b} is multiplied itself. */
    private static Graph without() {
        Graph graph = Sketch.twoPaths();
        return graph.without(NodeId.of("d")).connected(chainrule.graph.Source.of(NodeId.of("b")), Slot.of("e", "b"));
    }

    private static Graph renamed() {
        Graph graph = Sketch.twoPaths();
        for (String name : new String[] {"a", "b", "c", "d", "e"}) {
            graph = graph.renamed(NodeId.of(name), NodeId.of("other-" + name));
        }
        return graph;
    }

    @Test
    void theSameGraphIsAtTheSameStep() {
        Trace here = trace(Sketch.twoPaths());
        Pairing pairing = Pairing.of(here, trace(Sketch.twoPaths()));
        for (int done = 0; done <= here.steps().size(); done++) {
            assertThat(pairing.done(done)).isEqualTo(done);
        }
    }

    @Test
    void stepsOfTheSameKindAndNameAreTheSameMoment() {
        Trace more = trace(Sketch.twoPaths());
        Trace less = trace(without());
        Pairing pairing = Pairing.of(more, less);
        for (Step step : new Step[] {
            new Step.Forward(NodeId.of("c")),
            new Step.Forward(NodeId.of("e")),
            new Step.Seed(NodeId.of("e")),
            new Step.Pull(Slot.of("e", "a")),
            new Step.Pull(Slot.of("c", "b")),
            new Step.Accumulate(chainrule.graph.Source.of(NodeId.of("b")))
        }) {
            assertThat(pairing.done(after(more, step))).as("%s", step).isEqualTo(after(less, step));
        }
        int extra = after(more, new Step.Forward(NodeId.of("d")));
        assertThat(pairing.done(extra)).as("a node that is only here waits").isEqualTo(pairing.done(extra - 1));
    }

    @Test
    void whatIsOnlyThereIsGoneThroughOnTheWayToTheNextPartner() {
        Trace more = trace(Sketch.twoPaths());
        Trace less = trace(without());
        Pairing pairing = Pairing.of(less, more);
        int before = after(less, new Step.Forward(NodeId.of("c")));
        assertThat(pairing.done(before + 1)).isEqualTo(after(more, new Step.Forward(NodeId.of("e"))));
    }

    @Test
    void withoutACommonNameThePhasesBeginAndEndTogetherAndPositionsCount() {
        Trace here = trace(Sketch.twoPaths());
        Trace there = trace(renamed());
        Pairing pairing = Pairing.of(here, there);
        int forward = after(here, new Step.Forward(NodeId.of("e")));
        assertThat(pairing.done(forward)).isEqualTo(forward);
        assertThat(pairing.done(here.steps().size())).isEqualTo(there.steps().size());
        assertThat(pairing.done(forward + 2)).isEqualTo(forward + 2);
    }

    @Test
    void goingOnHereNeverGoesBackThere() {
        Trace[] traces = {trace(Sketch.twoPaths()), trace(without()), trace(renamed())};
        for (Trace here : traces) {
            for (Trace there : traces) {
                Pairing pairing = Pairing.of(here, there);
                assertThat(pairing.done(0)).isZero();
                for (int done = 1; done <= here.steps().size(); done++) {
                    assertThat(pairing.done(done)).isGreaterThanOrEqualTo(pairing.done(done - 1));
                }
                assertThat(pairing.done(here.steps().size()))
                        .isEqualTo(there.steps().size());
            }
        }
    }
}
