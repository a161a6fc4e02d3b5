package chainrule.exec;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.graph.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Binding a fast pass takes time in proportion to the graph, along a chain and where one node feeds many. */
class LargeFastPassTest {
    @Test
    @Timeout(60)
    void aLongChain() {
        Sketch sketch = new Sketch().param("n0", 0.5);
        for (int i = 1; i < 20_000; i++) {
            sketch.node("n" + i, "tanh", "n" + (i - 1));
        }
        ExecutionPlan plan = Plans.of(sketch.graph());
        try (FastPass pass = FastPass.of(plan, plan.trainable())) {
            pass.run();
            assertThat(pass.covered()).hasSize(1);
            assertThat(pass.gradient(Source.of(NodeId.of("n0")))).isPresent();
        }
    }

    @Test
    @Timeout(60)
    void oneParameterThatFeedsMany() {
        int count = 5_000;
        Sketch sketch = new Sketch().param("w", 2);
        String[] all = new String[count];
        for (int i = 0; i < count; i++) {
            all[i] = "n" + i;
            sketch.node(all[i], "square", "w");
        }
        ExecutionPlan plan = Plans.of(sketch.node("sum", "add_n", all).graph());
        try (FastPass pass = FastPass.of(plan, plan.trainable())) {
            pass.run();
            Source w = Source.of(NodeId.of("w"));
            assertThat(pass.gradient(w).orElseThrow().item()).isEqualTo(4.0 * count);
        }
    }
}
