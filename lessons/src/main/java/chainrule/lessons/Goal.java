package chainrule.lessons;

import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/** Something that is to be so: of the numbers of a pass, of the graph, or of where the learner stands. */
public sealed interface Goal {
    /** Whether it is so; numbers that are not there fulfil nothing. */
    boolean holds(Situation situation);

    /**
     * Every element lies within a tolerance of what it should be.
     *
     * @param value as many numbers as there are elements, or one for all of them
     */
    record Near(Quantity of, List<Double> value, double tolerance) implements Goal {
        public Near {
            value = List.copyOf(value);
        }

        @Override
        public boolean holds(Situation situation) {
            return of.in(situation).filter(this::fits).isPresent();
        }

        private boolean fits(Tensor tensor) {
            return (value.size() == 1 || value.size() == tensor.size())
                    && IntStream.range(0, tensor.size())
                            .allMatch(i -> Math.abs(tensor.at(i) - value.get(value.size() == 1 ? 0 : i)) <= tolerance);
        }
    }

    /**
     * Every element lies beyond a bound.
     *
     * @param above whether it should be larger; else smaller
     * @param magnitude whether the sign is left out of account
     */
    record Beyond(Quantity of, double bound, boolean above, boolean magnitude) implements Goal {
        @Override
        public boolean holds(Situation situation) {
            return of.in(situation).filter(tensor -> every(tensor, this::fits)).isPresent();
        }

        private boolean fits(double element) {
            double number = magnitude ? Math.abs(element) : element;
            return above ? number > bound : number < bound;
        }
    }

    /**
     * No element is infinite or NaN, or at least one is.
     *
     * @param finite which of the two
     */
    record Finite(Quantity of, boolean finite) implements Goal {
        @Override
        public boolean holds(Situation situation) {
            return of.in(situation)
                    .filter(tensor -> tensor.isFinite() == finite)
                    .isPresent();
        }
    }

    /** The first two elements differ in sign. */
    record OppositeSigns(Quantity of) implements Goal {
        @Override
        public boolean holds(Situation situation) {
            return of.in(situation)
                    .filter(tensor -> tensor.size() > 1 && tensor.at(0) * tensor.at(1) < 0)
                    .isPresent();
        }
    }

    /** The numbers have this shape. */
    record Shaped(Quantity of, Shape shape) implements Goal {
        @Override
        public boolean holds(Situation situation) {
            return of.in(situation)
                    .filter(tensor -> tensor.shape().equals(shape))
                    .isPresent();
        }
    }

    /** The graph has nodes of a type: so many at least, and so many at most. */
    record Has(String type, int least, int most) implements Goal {
        @Override
        public boolean holds(Situation situation) {
            long count = situation.graph().nodes().stream()
                    .filter(node -> node.type().id().equals(type))
                    .count();
            return count >= least && count <= most;
        }
    }

    /** The graph has no more nodes than this. */
    record MostNodes(int count) implements Goal {
        @Override
        public boolean holds(Situation situation) {
            return situation.graph().nodes().size() <= count;
        }
    }

    /** A way leads from one node to another past a third. */
    record PathAvoiding(NodeId from, NodeId to, NodeId avoided) implements Goal {
        @Override
        public boolean holds(Situation situation) {
            return leads(situation.graph(), to, new HashSet<>(Set.of(avoided)));
        }

        private boolean leads(Graph graph, NodeId node, Set<NodeId> seen) {
            return node.equals(from)
                    || (graph.has(node)
                            && seen.add(node)
                            && graph.into(node).stream()
                                    .anyMatch(edge -> leads(graph, edge.from().node(), seen)));
        }
    }

    /** The learner has selected a node. */
    record SelectedNode(NodeId node) implements Goal {
        @Override
        public boolean holds(Situation situation) {
            return situation.isSelected(node);
        }
    }

    /** The learner has selected an edge. */
    record SelectedEdge(Slot edge) implements Goal {
        @Override
        public boolean holds(Situation situation) {
            return situation.isSelected(edge);
        }
    }

    /**
     * The learner stands where the gradient of an edge has arrived, or not yet.
     *
     * @param there which of the two
     */
    record Arrived(Slot edge, boolean there) implements Goal {
        @Override
        public boolean holds(Situation situation) {
            return situation.graph().into(edge).isPresent() && situation.hasArrived(edge) == there;
        }

        @Override
        public boolean isOfMoment() {
            return true;
        }
    }

    /** The learner stands at the end of the pass. */
    record AtEnd() implements Goal {
        @Override
        public boolean holds(Situation situation) {
            return situation.isAtEnd();
        }

        @Override
        public boolean isOfMoment() {
            return true;
        }
    }

    /** Whether it speaks of the moment of the pass at which the learner stands. */
    default boolean isOfMoment() {
        return false;
    }

    private static boolean every(Tensor tensor, DoublePredicate test) {
        return IntStream.range(0, tensor.size()).mapToDouble(tensor::at).allMatch(test);
    }
}
