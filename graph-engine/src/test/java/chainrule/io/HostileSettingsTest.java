package chainrule.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import chainrule.catalog.StandardCatalog;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.graph.Validation;
import chainrule.op.Catalog;
import chainrule.op.Example;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.op.source.ParamNode;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file sets, at whatever shapes: checking a node answers shapes or a sentence, and never throws. */
class HostileSettingsTest {
    private static final Catalog CATALOG = StandardCatalog.create();
    private static final double[] EXTREMES = {
        0, 1, -1, 2, 1000, -1000, 65536, Integer.MAX_VALUE, Integer.MIN_VALUE, 1L << 40, 1e300, 0.5, Double.NaN
    };

    static Collection<NodeType> types() {
        return CATALOG.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void checkingATypeNeverThrows(NodeType type) {
        List<Example> examples =
                type.examples().isEmpty() ? List.of(new Example(Map.of(), Settings.none(), 0, 1)) : type.examples();
        for (Example example : examples) {
            int large = type.block() ? 50 : 1000;
            for (int scale : new int[] {1, large, 1 << 20}) {
                check(graph(type, example, example.settings(), scale));
                for (Param<?> param : type.params()) {
                    for (Literal literal : literals()) {
                        check(graph(type, example, example.settings().with(param.name(), literal), scale));
                    }
                }
            }
        }
    }

    private static void check(Graph graph) {
        assertThatCode(() -> {
                    Validation validation = Validation.of(graph);
                    assertThat(validation.problems())
                            .allSatisfy(p -> assertThat(p.sentence()).matches("(?s)[\\p{Lu}\\p{L}\\p{N}].*\\."));
                })
                .as(() -> graph.nodes().toString())
                .doesNotThrowAnyException();
    }

    /** A node of a type, fed by parameters of the example's shapes, each axis so many times as long. */
    private static Graph graph(NodeType type, Example example, Settings settings, int scale) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        example.shapes().forEach((slot, shape) -> {
            int[] dims =
                    Arrays.stream(shape.dims()).map(d -> d == 1 ? 1 : d * scale).toArray();
            NodeId id = NodeId.of("in" + nodes.size());
            nodes.add(Node.of(id.name(), ParamNode.TYPE, drawn(dims)));
            edges.add(new Edge(Source.of(id), Slot.of("node", slot)));
        });
        nodes.add(Node.of("node", type, settings));
        return Graph.of(nodes, edges);
    }

    private static Settings drawn(int[] dims) {
        double[] lengths = Arrays.stream(dims).asDoubleStream().toArray();
        Literal shape = lengths.length == 0 ? new Literal.Nothing() : new Literal.Numbers(Tensor.vector(lengths));
        return Settings.none().with("shape", shape);
    }

    private static List<Literal> literals() {
        List<Literal> result = new ArrayList<>(List.of(
                new Literal.Nothing(),
                new Literal.Flag(true),
                new Literal.Text("no such word"),
                new Literal.Words(List.of()),
                new Literal.Words(List.of("a")),
                new Literal.Odd("{}", "an object"),
                new Literal.Numbers(Tensor.filled(Shape.of(2, 2, 2), 1))));
        for (double extreme : EXTREMES) {
            result.add(new Literal.Number(extreme));
            for (int length : new int[] {1, 2, 4}) {
                result.add(new Literal.Numbers(Tensor.vector(
                        DoubleStream.generate(() -> extreme).limit(length).toArray())));
            }
        }
        return result;
    }
}
