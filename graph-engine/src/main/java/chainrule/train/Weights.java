package chainrule.train;

import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.op.Literal;
import chainrule.op.Settings;
import chainrule.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** The numbers of a graph's parameters: drawn with other seeds, or kept after a training. */
public final class Weights {
    private static final List<String> DRAWING = List.of("init", "shape", "seed", "std", "low", "high");

    private Weights() {}

    /** A graph whose parameters have these values instead of those they had or drew. */
    public static Graph kept(Graph graph, Map<NodeId, Tensor> values) {
        Graph result = graph;
        for (Map.Entry<NodeId, Tensor> entry : values.entrySet()) {
            Node node = graph.node(entry.getKey());
            Settings settings = node.settings();
            for (String name : DRAWING) {
                settings = settings.without(name);
            }
            Tensor value = entry.getValue();
            Literal literal = value.shape().isScalar() ? new Literal.Number(value.item()) : new Literal.Numbers(value);
            result = result.with(node.with(settings.with("value", literal)));
        }
        return result;
    }

    /** A graph whose nodes begin with what training gathered in them. */
    public static Graph gathered(Graph graph, Map<NodeId, Settings> gathered) {
        Graph result = graph;
        for (Map.Entry<NodeId, Settings> entry : gathered.entrySet()) {
            Node node = graph.node(entry.getKey());
            Settings settings = node.settings();
            for (Map.Entry<String, Literal> literal :
                    entry.getValue().literals().entrySet()) {
                settings = settings.with(literal.getKey(), literal.getValue());
            }
            result = result.with(node.with(settings));
        }
        return result;
    }

    /** A graph with a number added to the seed of every initialiser; its data stay as they are. */
    public static Graph reseeded(Graph graph, long offset) {
        Graph result = graph;
        for (Node node : graph.nodes()) {
            if (draws(node)) {
                Literal seed = node.settings().literals().getOrDefault("seed", new Literal.Number(0));
                if (seed instanceof Literal.Number number) {
                    Literal moved = new Literal.Number(number.value() + offset);
                    result = result.with(node.with(node.settings().with("seed", moved)));
                }
            }
        }
        return result;
    }

    /** Whether an initialiser makes a node's numbers; blocks have one even where none is named. */
    private static boolean draws(Node node) {
        boolean can = node.type().param("seed").isPresent()
                && node.type().param("init").isPresent();
        return can && (!node.type().trainable() || node.settings().literals().containsKey("init"));
    }
}
