package chainrule.io;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Workspace;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.graph.Validation;
import chainrule.op.Catalog;
import chainrule.tensor.Precision;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Graphs of as many nodes as a file may have: time grows with the size, not with its square. */
class LargeGraphTest {
    private static final Catalog CATALOG = StandardCatalog.create();

    @Test
    @Timeout(180)
    void aChainOfAsManyNodesAsAFileMayHaveIsReadAndChecked() throws FileProblem {
        Graph graph = GraphJson.read(chain(100_000), CATALOG).graph();
        Validation validation = Validation.of(graph);

        assertThat(validation.problems()).isEmpty();
        assertThat(validation.shapes()).hasSize(100_000);
        assertThat(graph.into(NodeId.of("n99999"))).hasSize(1);
    }

    @Test
    @Timeout(180)
    void aSumOfManyIsReadAndChecked() throws FileProblem {
        int count = 50_000;
        String nodes = IntStream.range(0, count)
                .mapToObj(i -> "{\"id\": \"n%d\", \"type\": \"param\"}".formatted(i))
                .collect(Collectors.joining(",", "", ",{\"id\": \"s\", \"type\": \"add_n\"}"));
        String edges = IntStream.range(0, count)
                .mapToObj(i -> "{\"from\": \"n%d\", \"to\": \"s.x%d\"}".formatted(i, i))
                .collect(Collectors.joining(","));
        Graph graph =
                GraphJson.read(GraphJsonTest.Texts.of(nodes, edges), CATALOG).graph();

        assertThat(Validation.of(graph).problems()).isEmpty();
        assertThat(graph.into(NodeId.of("s")).get(777).to().port()).isEqualTo("x777");
    }

    @Test
    @Timeout(180)
    void aNodeThatFeedsManyIsRemoved() throws FileProblem {
        int count = 20_000;
        String nodes = IntStream.range(0, count)
                .mapToObj(i -> "{\"id\": \"n%d\", \"type\": \"add_n\"}".formatted(i))
                .collect(Collectors.joining(
                        ",", "{\"id\": \"h\", \"type\": \"param\"},{\"id\": \"k\", \"type\": \"param\"},", ""));
        String edges = IntStream.range(0, count)
                .mapToObj(i ->
                        "{\"from\": \"h\", \"to\": \"n%1$d.x0\"},{\"from\": \"k\", \"to\": \"n%1$d.x1\"},{\"from\": \"h\", \"to\": \"n%1$d.x2\"}"
                                .formatted(i))
                .collect(Collectors.joining(","));
        Graph graph = GraphJson.read(GraphJsonTest.Texts.of(nodes, edges), CATALOG)
                .graph()
                .without(NodeId.of("h"));

        assertThat(graph.edges())
                .hasSize(count)
                .allMatch(
                        e -> e.from().node().name().equals("k") && e.to().port().equals("x0"));
        assertThat(Validation.of(graph).problems()).isEmpty();
    }

    @Test
    @Timeout(180)
    void aLongChainIsCompiledAndRun() throws FileProblem {
        Graph graph = GraphJson.read(chain(20_000), CATALOG).graph();
        ExecutionPlan plan = ((Compilation.Compiled) ExecutionPlan.compile(graph, Precision.DOUBLE, 1L << 30)).plan();
        try (Workspace workspace = new Workspace(plan)) {
            workspace.run();

            double expected = 0.5;
            for (int i = 1; i < 20_000; i++) {
                expected = Math.tanh(expected);
            }
            assertThat(workspace.value(Source.of(NodeId.of("n19999"))).item())
                    .isCloseTo(expected, org.assertj.core.api.Assertions.within(1e-12));
            assertThat(workspace.gradient(Source.of(NodeId.of("n0")))).isPresent();
        }
    }

    private static String chain(int size) {
        String nodes = IntStream.range(1, size)
                .mapToObj(i -> "{\"id\": \"n%d\", \"type\": \"tanh\"}".formatted(i))
                .collect(Collectors.joining(
                        ",", "{\"id\": \"n0\", \"type\": \"param\", \"settings\": {\"value\": 0.5}},", ""));
        String edges = IntStream.range(1, size)
                .mapToObj(i -> "{\"from\": \"n%d\", \"to\": \"n%d.x\"}".formatted(i - 1, i))
                .collect(Collectors.joining(","));
        return GraphJsonTest.Texts.of(nodes, edges);
    }
}
