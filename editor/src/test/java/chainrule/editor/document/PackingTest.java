package chainrule.editor.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.block.BlockDefinition;
import chainrule.catalog.StandardCatalog;
import chainrule.editor.document.command.ChangeBlock;
import chainrule.editor.document.command.ChangeSettings;
import chainrule.editor.document.command.MakeBlock;
import chainrule.editor.document.command.RemoveBlock;
import chainrule.editor.document.command.ShowOutside;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Workspace;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.FileProblem;
import chainrule.io.GraphFile;
import chainrule.io.GraphJson;
import chainrule.op.Catalog;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Precision;
import chainrule.tensor.Tensor;
import chainrule.trace.GradientView;
import chainrule.trace.Trace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Nodes put into a block compute what they computed outside of it. */
class PackingTest {
    private static final Catalog CATALOG = StandardCatalog.create();
    private static final List<String> BINARY = List.of("add", "mul", "sub");
    private static final List<String> UNARY = List.of("tanh", "sigmoid", "square", "scale");

    @Property(tries = 150)
    void packingChangesNoValueAndNoGradient(@ForAll long seed) {
        Random random = new Random(seed);
        Graph graph = graph(random, 4 + random.nextInt(12));
        Document before = Document.untitled().with(graph);
        Set<NodeId> chosen = new LinkedHashSet<>();
        graph.nodes().stream().filter(n -> random.nextInt(3) == 0).forEach(n -> chosen.add(n.id()));
        if (Packing.refusal(before, chosen, "mine").isPresent()) {
            return;
        }
        Document after = new MakeBlock(chosen, "mine", CATALOG).applied(before);
        GradientView loose = run(before.graph());
        GradientView packed = run(after.graph());
        NodeId block = after.graph().nodes().stream()
                .filter(n -> n.type().id().equals("block:mine"))
                .map(Node::id)
                .findFirst()
                .orElseThrow();
        for (Node node : graph.nodes()) {
            NodeId now = chosen.contains(node.id()) ? block.child(node.id().name()) : node.id();
            assertSame(loose.value(node.id()), packed.value(now));
            assertSame(loose.gradient(node.id()), packed.gradient(now));
        }
    }

    @Test
    void theFileOfAPackedGraphIsReadAgain() throws FileProblem {
        Document packed = new MakeBlock(ids("m", "s"), "bend", CATALOG).applied(Samples.chain());
        String text = GraphJson.write(packed.file());
        GraphFile again = GraphJson.read(text, CATALOG);
        assertThat(GraphJson.write(again)).isEqualTo(text);
        assertSame(
                run(packed.graph()).gradient(NodeId.of("w")), run(again.graph()).gradient(NodeId.of("w")));
    }

    @Test
    void oneEditInsideChangesAllUses() {
        Document packed = new MakeBlock(ids("s"), "bend", CATALOG).applied(Samples.chain());
        Graph graph = packed.graph();
        NodeType bend = graph.type(NodeId.of("bend"));
        Graph twice = graph.with(Node.of("again", bend))
                .connected(new Source(NodeId.of("bend"), "out"), Slot.of("again", "x"));
        Document used = packed.with(twice);
        Document changed = new ChangeBlock(
                        "bend",
                        NodeId.of("again"),
                        new ChangeSettings(NodeId.of("again/s"), "offset", new chainrule.op.Literal.Number(10)),
                        CATALOG)
                .applied(used);
        GradientView view = run(changed.graph());
        double product = 3 * 0.5;
        assertThat(view.value(NodeId.of("again")).orElseThrow().item()).isCloseTo(product + 20, within(1e-12));
    }

    @Test
    void aShownSettingIsSetForEachUse() {
        Document packed = new MakeBlock(ids("s"), "bend", CATALOG).applied(Samples.chain());
        BlockDefinition.Exposed setting = new BlockDefinition.Exposed(NodeId.of("s"), "offset");
        assertThat(ShowOutside.name(packed.file().blocks().get("bend"), setting))
                .isEqualTo("offset");
        Document shown = new ShowOutside("bend", "by", setting, true, CATALOG).applied(packed);
        Graph graph = shown.graph();
        assertThat(graph.type(NodeId.of("bend")).param("by")).isPresent();
        Node set = graph.node(NodeId.of("bend")).with(Settings.none().with("by", 7));
        assertThat(run(graph.with(set)).value(NodeId.of("bend")).orElseThrow().item())
                .isEqualTo(8.5);
        Document hidden = new ShowOutside("bend", "by", setting, false, CATALOG).applied(shown.with(graph.with(set)));
        assertThat(hidden.graph().type(NodeId.of("bend")).param("by")).isEmpty();
        assertThat(hidden.graph().node(NodeId.of("bend")).settings()).isEqualTo(Settings.none());
    }

    @Test
    void whatLiesBetweenHasToComeAlong() {
        assertThat(Packing.refusal(Samples.chain(), ids("w", "s"), "bend"))
                .hasValue("m lies between nodes of the block: choose it too, else the block would feed itself.");
        assertThat(Packing.refusal(Samples.chain(), Set.of(), "bend"))
                .hasValue("Choose the nodes that the block should hold.");
        assertThat(Packing.refusal(Samples.chain(), ids("m"), "a b"))
                .hasValue("A block is called “a b”: a name should be 1 to 64 letters, digits, _ or -.");
        Document packed = new MakeBlock(ids("s"), "bend", CATALOG).applied(Samples.chain());
        assertThat(Packing.refusal(packed, ids("m"), "bend"))
                .hasValue("A block is called bend already: choose another name.");
    }

    @Test
    void aBlockInUseStays() {
        Document packed = new MakeBlock(ids("s"), "bend", CATALOG).applied(Samples.chain());
        assertThat(RemoveBlock.refusal(packed, "bend"))
                .hasValue("The block bend is used in the graph: delete or unpack its uses first.");
        Document unused = packed.with(packed.graph().without(NodeId.of("bend")));
        assertThat(new RemoveBlock("bend").applied(unused).file().blocks()).isEmpty();
    }

    private static Graph graph(Random random, int size) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String id = "n" + i;
            int kind = i < 2 ? 0 : random.nextInt(3);
            if (kind == 0) {
                Tensor value = Tensor.vector(random.nextDouble(), random.nextDouble() - 1);
                nodes.add(Node.of(
                        id,
                        CATALOG.get("param"),
                        Settings.none().with("value", new chainrule.op.Literal.Numbers(value))));
            } else if (kind == 1) {
                nodes.add(Node.of(id, CATALOG.get(UNARY.get(random.nextInt(4)))));
                edges.add(edge("n" + random.nextInt(i), id, "x"));
            } else {
                nodes.add(Node.of(id, CATALOG.get(BINARY.get(random.nextInt(3)))));
                edges.add(edge("n" + random.nextInt(i), id, "a"));
                edges.add(edge("n" + random.nextInt(i), id, "b"));
            }
        }
        return Graph.of(nodes, edges).rooted(NodeId.of("n" + (size - 1)));
    }

    private static Edge edge(String from, String to, String port) {
        return new Edge(Source.of(NodeId.of(from)), Slot.of(to, port));
    }

    private static Set<NodeId> ids(String... names) {
        Set<NodeId> ids = new LinkedHashSet<>();
        for (String name : names) {
            ids.add(NodeId.of(name));
        }
        return ids;
    }

    private static GradientView run(Graph graph) {
        Compilation compilation = ExecutionPlan.compile(graph, Precision.DOUBLE, Long.MAX_VALUE);
        assertThat(compilation.validation().problems()).isEmpty();
        try (Workspace workspace = new Workspace(((Compilation.Compiled) compilation).plan())) {
            return Trace.recordResults(workspace).end();
        }
    }

    private static void assertSame(Optional<Tensor> expected, Optional<Tensor> actual) {
        assertThat(actual.isPresent()).isEqualTo(expected.isPresent());
        if (expected.isPresent()) {
            for (int i = 0; i < expected.get().size(); i++) {
                double size = Math.max(1, Math.abs(expected.get().at(i)));
                assertThat(actual.orElseThrow().at(i)).isCloseTo(expected.get().at(i), within(1e-12 * size));
            }
        }
    }
}
