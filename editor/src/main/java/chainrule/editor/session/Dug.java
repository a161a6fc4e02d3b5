package chainrule.editor.session;

import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.graph.Validation;
import chainrule.language.Phrases;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.ShapeProblem;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A node at the end of a path into opened nodes, and what reaches it there.
 *
 * @param feeds what feeds each of its slots
 * @param reaching the shape that reaches each of its slots
 * @param cells the nodes around it that are opened only on demand
 */
record Dug(
        NodeId path,
        NodeType type,
        Settings settings,
        Map<String, Source> feeds,
        Map<String, Shape> reaching,
        Set<NodeId> cells) {
    private static final Phrases WORDS = Phrases.of(Dug.class);

    Dug {
        feeds = Collections.unmodifiableMap(new LinkedHashMap<>(feeds));
        reaching = Collections.unmodifiableMap(new LinkedHashMap<>(reaching));
        cells = Collections.unmodifiableSet(new LinkedHashSet<>(cells));
    }

    /**
     * The node of a path.
     *
     * @throws ShapeProblem where there is none, or a node on the way cannot be opened, with a sentence that says why
     */
    static Dug at(Graph graph, Validation validation, NodeId path) {
        Dug dug = outermost(graph, validation, path.top());
        while (!dug.path().equals(path)) {
            String rest = path.from(dug.path());
            int end = rest.indexOf('/');
            dug = dug.into(end < 0 ? rest : rest.substring(0, end));
        }
        return dug;
    }

    private static Dug outermost(Graph graph, Validation validation, NodeId id) {
        Node node = graph.find(id).orElseThrow(() -> problem("open.noNode", id));
        Map<String, Source> feeds = new LinkedHashMap<>();
        Map<String, Shape> reaching = new LinkedHashMap<>();
        for (Edge edge : graph.into(id)) {
            Shape shape = validation.shapes().get(edge.from());
            if (shape != null) {
                feeds.put(edge.to().port(), edge.from());
                reaching.put(edge.to().port(), shape);
            }
        }
        return new Dug(id, node.type(), node.settings(), feeds, reaching, Set.of());
    }

    /**
     * What it is made of.
     *
     * @throws ShapeProblem where it cannot be opened, with a sentence that says why
     */
    Parts parts() {
        if (!Interior.opens(type)) {
            throw problem("open.plain", path);
        }
        for (InPort port : type.inputs()) {
            if (!port.optional() && !reaching.containsKey(port.slot(0))) {
                throw problem("open.early", path, port.name());
            }
        }
        return type.parts(new Shapes(reaching, settings)).orElseThrow();
    }

    /** One of its parts. */
    private Dug into(String name) {
        Parts parts = parts();
        Parts.Part part = parts.parts().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> problem("open.noPart", name, path));
        Map<String, Source> inner = new LinkedHashMap<>();
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (Parts.Wire wire : parts.into(name)) {
            inner.put(wire.slot(), source(wire.from()));
            shapes.put(wire.slot(), parts.shape(wire.from()));
        }
        Set<NodeId> opened = new LinkedHashSet<>(cells);
        if (!type.block()) {
            opened.add(path);
        }
        return new Dug(path.child(name), part.type(), part.settings(), inner, shapes, opened);
    }

    /** The output, inside or outside, that an end of its parts is. */
    Source source(Parts.End end) {
        return end instanceof Parts.End.Inner inner
                ? new Source(path.child(inner.part()), inner.port())
                : Objects.requireNonNull(feeds.get(((Parts.End.Outer) end).slot()));
    }

    private static ShapeProblem problem(String key, Object... filling) {
        return new ShapeProblem(null, WORDS.text(key, filling));
    }
}
