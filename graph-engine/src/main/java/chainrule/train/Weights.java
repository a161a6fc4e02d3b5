package chainrule.train;

import chainrule.block.Seeds;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.op.Learned;
import chainrule.op.Literal;
import chainrule.op.Settings;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The numbers of a graph's parameters: drawn with other seeds, or kept after a training. */
public final class Weights {
    private Weights() {}

    /** A graph whose parameters, those inside of blocks too, have these values instead of those they had or drew. */
    public static Graph kept(Graph graph, Map<NodeId, Tensor> values) {
        Graph result = graph;
        for (Map.Entry<NodeId, Tensor> entry : values.entrySet()) {
            Tensor value = entry.getValue();
            Literal literal = value.shape().isScalar() ? new Literal.Number(value.item()) : new Literal.Numbers(value);
            result = held(result, entry.getKey(), settings -> Learned.kept(settings, literal), Map.of("", literal));
        }
        return result;
    }

    /** A graph whose nodes begin with what training gathered in them. */
    public static Graph gathered(Graph graph, Map<NodeId, Settings> gathered) {
        Graph result = graph;
        for (Map.Entry<NodeId, Settings> entry : gathered.entrySet()) {
            Map<String, Literal> literals = entry.getValue().literals();
            result = held(result, entry.getKey(), settings -> with(settings, literals), literals);
        }
        return result;
    }

    /**
     * A graph one of whose nodes has other settings; where it is inside a block, the block holds the literals for it,
     * the one named "" in its place and others as its members.
     */
    private static Graph held(Graph graph, NodeId id, UnaryOperator<Settings> change, Map<String, Literal> literals) {
        Node top = graph.node(id.top());
        if (id.equals(top.id())) {
            return graph.with(top.with(change.apply(top.settings())));
        }
        Literal.Group group = group(top.settings().literals().get(Learned.WEIGHTS.name()));
        List<String> inner = List.of(id.from(top.id()).split("/"));
        for (Map.Entry<String, Literal> literal : literals.entrySet()) {
            List<String> path = new ArrayList<>(inner);
            if (!literal.getKey().isEmpty()) {
                path.add(literal.getKey());
            }
            group = holding(group, path, literal.getValue());
        }
        return graph.with(top.with(top.settings().with(Learned.WEIGHTS, group)));
    }

    private static Literal.Group holding(Literal.Group group, List<String> path, Literal literal) {
        Map<String, Literal> members = new LinkedHashMap<>(group.members());
        String name = path.get(0);
        members.put(
                name,
                path.size() == 1 ? literal : holding(group(members.get(name)), path.subList(1, path.size()), literal));
        return new Literal.Group(members);
    }

    private static Literal.Group group(@Nullable Literal literal) {
        return literal instanceof Literal.Group group ? group : new Literal.Group(Map.of());
    }

    private static Settings with(Settings settings, Map<String, Literal> literals) {
        Settings result = settings;
        for (Map.Entry<String, Literal> literal : literals.entrySet()) {
            result = result.with(literal.getKey(), literal.getValue());
        }
        return result;
    }

    /** A graph with a number added to the seed of every initialiser; its data stay as they are. */
    public static Graph reseeded(Graph graph, long offset) {
        Graph result = graph;
        for (Node node : graph.nodes()) {
            Settings moved = Seeds.moved(node.type(), node.settings(), offset);
            result = moved.equals(node.settings()) ? result : result.with(node.with(moved));
        }
        return result;
    }
}
