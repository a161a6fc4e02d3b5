package chainrule.editor.compare;

import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.Source;
import chainrule.graph.Validation;
import chainrule.io.GraphFile;
import chainrule.op.OutPort;
import chainrule.tensor.Shape;
import chainrule.train.Training;

/** Gives a graph what another one begins with, so that what differs then comes of the graphs. */
final class SameStart {
    private SameStart() {}

    /** How many sources of the second graph begin as those of the first. */
    static long shared(GraphFile first, GraphFile second) {
        return second.graph().nodes().stream()
                .filter(node -> node.type().values().isPresent())
                .filter(node -> first.graph()
                        .find(node.id())
                        .filter(twin -> twin.type().id().equals(node.type().id()))
                        .filter(twin -> twin.settings().equals(node.settings()))
                        .isPresent())
                .count();
    }

    /** How many sources a graph has. */
    static long sources(GraphFile file) {
        return file.graph().nodes().stream()
                .filter(node -> node.type().values().isPresent())
                .count();
    }

    /**
     * The second graph with the data, the starting values, the seeds and the precision of the first, wherever a source
     * of the same name, type and shape is in both.
     */
    static GraphFile of(GraphFile first, GraphFile second) {
        Validation here = Validation.of(first.graph());
        Graph graph = second.graph();
        Validation there = Validation.of(graph);
        for (Node node : second.graph().nodes()) {
            if (node.type().values().isPresent()) {
                graph = first.graph()
                        .find(node.id())
                        .filter(twin -> twin.type().id().equals(node.type().id()))
                        .filter(twin -> twin.type().presence() == node.type().presence())
                        .filter(twin -> sameShapes(node, here, there))
                        .map(twin -> node.with(twin.settings()))
                        .map(graph::with)
                        .orElse(graph);
            }
        }
        return second.with(graph).with(first.precision());
    }

    /** The second graph trained in its own way for as many steps as the first. */
    static GraphFile asLong(GraphFile first, GraphFile second) {
        int steps = first.trained().orElseGet(Training::standard).steps();
        Training own = second.trained().orElseGet(Training::standard);
        return second.trained(own.withSteps(steps));
    }

    private static boolean sameShapes(Node node, Validation here, Validation there) {
        for (OutPort port : node.type().outputs()) {
            Source source = new Source(node.id(), port.name());
            Shape shape = here.shapes().get(source);
            Shape other = there.shapes().get(source);
            if (shape == null || other == null || !shape.equals(other)) {
                return false;
            }
        }
        return true;
    }
}
