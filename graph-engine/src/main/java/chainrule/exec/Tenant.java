package chainrule.exec;

import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.tensor.Shape;
import java.util.Objects;

/** What lives in the memory of a pass. */
sealed interface Tenant {
    /** How much room it takes. */
    Shape shape(ExecutionPlan plan);

    /** The value of an output. */
    record Value(Source source) implements Tenant {
        @Override
        public Shape shape(ExecutionPlan plan) {
            return plan.shape(source);
        }
    }

    /** The gradient of an output. */
    record Gradient(Source source) implements Tenant {
        @Override
        public Shape shape(ExecutionPlan plan) {
            return plan.shape(source);
        }
    }

    /** What a node saves under a name. */
    record Saved(NodeId node, String name) implements Tenant {
        @Override
        public Shape shape(ExecutionPlan plan) {
            return Objects.requireNonNull(plan.saved(node).get(name));
        }
    }
}
