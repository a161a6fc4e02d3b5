package chainrule.exec;

import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;

/** One step of a pass; running a plan is a loop over its steps, and stepping shows the same list one at a time. */
public sealed interface Step {
    /** The node that the step is about. */
    NodeId node();

    /** The word for the kind of step in files and texts. */
    String kind();

    /** Computes a node's value. */
    record Forward(NodeId node) implements Step {
        @Override
        public String kind() {
            return "forward";
        }
    }

    /** Sets the gradient of the root to ones. */
    record Seed(NodeId node) implements Step {
        @Override
        public String kind() {
            return "seed";
        }
    }

    /** Pulls the gradient of a consumer back along the edge into one of its slots. */
    record Pull(Slot slot) implements Step {
        @Override
        public NodeId node() {
            return slot.node();
        }

        @Override
        public String kind() {
            return "pull";
        }
    }

    /** Adds the contributions of all edges that leave an output. */
    record Accumulate(Source output) implements Step {
        @Override
        public NodeId node() {
            return output.node();
        }

        @Override
        public String kind() {
            return "accumulate";
        }
    }

    /** Lets an optimiser change a parameter. */
    record Update(NodeId node) implements Step {
        @Override
        public String kind() {
            return "update";
        }
    }

    /** Pushes a tangent forward along the edge into a slot. */
    record Push(Slot slot) implements Step {
        @Override
        public NodeId node() {
            return slot.node();
        }

        @Override
        public String kind() {
            return "push";
        }
    }
}
