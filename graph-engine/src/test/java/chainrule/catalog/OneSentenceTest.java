package chainrule.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chainrule.Fixtures;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.RunProblem;
import chainrule.exec.Workspace;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.Settings;
import chainrule.op.source.Input;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A learner's mistakes on their whole way through validation, compilation and a run: each is one sentence at the node,
 * and none reaches native code, which would not survive some of them.
 */
class OneSentenceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String IMAGE = "x:2×4×4 W:3×2×2×2";
    private static final String WRITTEN = "Q:2×3 K:4×3 V:4×2";

    /** Inputs are {@code port:2×3} for ones of a shape, {@code port=[0,4]} for numbers, and IMAGE or WRITTEN. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    conv2d | {"pad": -1} | IMAGE | node: Setting pad of node is -1: it should be from 0 to 10000.
                    conv2d | {"pad": "same"} | IMAGE | node: Setting pad of node is “same”: it should be a whole number.
                    conv2d | {"pad": 100000} | IMAGE | node: Setting pad of node is 100000: it should be from 0 to 10000.
                    conv2d | {"stride": 0} | IMAGE | node: Setting stride of node is 0: it should be from 1 to 10000.
                    conv2d | {"stride": 1.5} | IMAGE | node: Setting stride of node is 1.5: it should be a whole number.
                    conv2d | {"dilation": 0} | IMAGE | node: Setting dilation of node is 0: it should be from 1 to 10000.
                    conv2d | {"dilation": 5} | IMAGE | node: The kernel spans 6 places and x, with its border, has 4: the kernel should fit into it.
                    conv2d | {"groups": 0} | IMAGE | node: Setting groups of node is 0: it should be from 1 to 10000.
                    conv2d | {"groups": 2} | IMAGE | node: x has 2 channels and W has 3 filters: both should divide evenly into 2 groups.
                    conv2d | {"groups": 2} | x:2×4×4 W:4×2×2×2 | node.W: x has 2 channels in 2 groups and W is 4×2×2×2: the second axis of W should be 1.
                    conv2d | {} | x:2×4×4 W:3×2×5×5 | node: The kernel spans 5 places and x, with its border, has 4: the kernel should fit into it.
                    conv1d | {} | x:2×3 W:1×2×4 | node: The kernel spans 4 places and x, with its border, has 3: the kernel should fit into it.
                    conv1d | {"stride": -2} | x:2×3 W:1×2×2 | node: Setting stride of node is -2: it should be from 1 to 10000.
                    conv_transpose2d | {"stride": 0} | x:2×2×2 W:2×3×2×2 | node: Setting stride of node is 0: it should be from 1 to 10000.
                    conv_transpose2d | {"output_padding": -1} | x:2×2×2 W:2×3×2×2 | node: Setting output_padding of node is -1: it should be from 0 to 10000.
                    max_pool2d | {"kernel": 0} | x:2×4×4 | node: Setting kernel of node is 0: it should be from 1 to 10000.
                    max_pool2d | {"kernel": 5} | x:2×4×4 | node: The kernel spans 5 places and x, with its border, has 4: the kernel should fit into it.
                    max_pool2d | {"stride": -1} | x:2×4×4 | node: Setting stride of node is -1: it should be from 0 to 10000.
                    avg_pool2d | {"pad": -1} | x:2×4×4 | node: Setting pad of node is -1: it should be from 0 to 10000.
                    avg_pool2d | {"pad": 2, "kernel": 3} | x:2×4×4 | node: Setting pad is 2 and kernel is 3: pad should be at most half of it.
                    max_pool1d | {"kernel": 9} | x:2×4 | node: The kernel spans 9 places and x, with its border, has 4: the kernel should fit into it.
                    embedding | {} | table:4×3 index=[0,4] | node.index: Index 4 at position 1: it should be from 0 to 3.
                    embedding | {} | table:4×3 index=[-1,1] | node.index: Index -1 at position 0: it should be from 0 to 3.
                    embedding | {} | table:4×3 index=[0.5,1] | node.index: Index 0.5 at position 0: it should be a whole number from 0 to 3.
                    embedding | {} | table:4×3 index=["Infinity",1] | node.index: Index ∞ at position 0: it should be a whole number from 0 to 3.
                    embedding | {} | table:4×3 index=["NaN",1] | index: Setting value of index holds NaN at element 0: every element should be a number.
                    embedding | {} | table:4×3 index=[1e300,1] | node.index: Index 1e300 at position 0: it should be a whole number from 0 to 3.
                    one_hot | {"classes": 0} | index=[1] | node: Setting classes of node is 0: it should be from 1 to 1000000.
                    one_hot | {"classes": 3} | index=[3] | node.index: Index 3 at position 0: it should be from 0 to 2.
                    cross_entropy | {} | logits:3×4 class=[0,4,1] | node.class: Class 4 at position 1: it should be from 0 to 3.
                    cross_entropy | {} | logits:3×4 class=[0,-1,1] | node.class: Class -1 at position 1: it should be from 0 to 3.
                    cross_entropy | {} | logits:3×4 class=[0,0.5,1] | node.class: Class 0.5 at position 1: it should be a whole number from 0 to 3.
                    cross_entropy | {} | logits:3×4 class=[0,1] | node.class: logits is 3×4 and class is 2: class should be 3, one class index for each row of logits.
                    cross_entropy | {} | logits:3 class=[1] | node.class: logits is 3 and class is 1: class should be a number, one class index for each row of logits.
                    cross_entropy | {"label_smoothing": 2} | logits:1×4 class=[0] | node: Setting label_smoothing of node is 2: it should be from 0 to 1.
                    cross_entropy | {"reduction": "avg"} | logits:1×4 class=[0] | node: Setting reduction of node is “avg”: it should be one of mean, sum, none.
                    cross_entropy | {"ignore_index": 3000000000} | logits:1×4 class=[0] | node: Setting ignore_index of node is 3000000000: it should be at most 2147483647.
                    nll | {} | logprobs:3×4 class=[0,1,7] | node.class: Class 7 at position 2: it should be from 0 to 3.
                    multi_hinge | {} | scores:3×4 class=[0,1,9] | node.class: Class 9 at position 2: it should be from 0 to 3.
                    kl | {} | logq:3×4 p:4 | node.p: logq is 3×4 and p is 4: they should have the same shape.
                    huber | {"delta": 0} | prediction:3 target:3 | node: Setting delta of node is 0: it should be above 0.
                    attention | {"mask": [[1,1,1,1],[0,0,0,0]]} | WRITTEN | node: Row 1 of setting mask holds only 0: every query should see at least one key.
                    attention | {"mask": [[1,1],[0,1]]} | WRITTEN | node: Setting mask is 2×2: with 2 queries and 4 keys it should be 2×4.
                    attention | {"mask": [[1,0.5,1,1],[0,0,0,1]]} | WRITTEN | node: Row 0 of setting mask holds 0.5: it should hold 1 for a key that is seen and 0 for others.
                    attention | {"mask": [[1,0,0,0],[0,-1,0,1]]} | WRITTEN | node: Row 1 of setting mask holds −1: it should hold 1 for a key that is seen and 0 for others.
                    attention | {"mask": 1} | WRITTEN | node: Setting mask of node is 1: it should be one of none, causal, or a list of numbers.
                    attention | {"mask": "triangle"} | WRITTEN | node: Setting mask of node is “triangle”: it should be one of none, causal, or a list of numbers.
                    dropout | {"p": 1.5} | x:3 | node: Setting p of node is 1.5: it should be from 0 to 1.
                    upsample | {"scale": 1000000000} | x:2×4×4 | node: node would have more elements than can be counted.
                    pad2d | {"pad": [1000000000, 1000000000, 0, 0]} | x:2×4×4 | node: An array of 2×2000000004×4 has 16000000032 elements: at most 2147483647 are possible.
                    softmax | {"temperature": 0} | x:3 | node: Setting temperature is 0: it should be above 0.
                    """)
    void isSaidAtTheNode(String type, String settings, String inputs, String line) throws Exception {
        Graph graph = graph(type, Fixtures.settings(JSON.readTree(settings)), inputs);
        assertThat(problems(graph)).extracting(Problem::line).containsExactly(line);
    }

    /** An index that only the engine can know: 0/0. */
    @Test
    void anIndexThatBecomesNaNIsRefusedWhenItArrives() {
        Graph graph = graph("embedding", Settings.none(), "table:4×3");
        for (String part : List.of("zero", "nothing")) {
            graph = graph.with(input(part, Tensor.scalar(0)));
        }
        graph = graph.with(Node.of("ratio", StandardCatalog.create().get("div"), Settings.none()))
                .connected(source("zero"), Slot.of("ratio", "a"))
                .connected(source("nothing"), Slot.of("ratio", "b"))
                .connected(source("ratio"), Slot.of("node", "index"));
        assertThat(problems(graph))
                .extracting(Problem::line)
                .containsExactly("node.index: Index NaN at position 0: it should be a whole number from 0 to 3.");
    }

    private static List<Problem> problems(Graph graph) {
        Compilation compilation = ExecutionPlan.compile(graph, Precision.DOUBLE, 1 << 28);
        if (compilation instanceof Compilation.Compiled compiled) {
            try (Workspace workspace = new Workspace(compiled.plan())) {
                return List.of(catchThrowableOfType(RunProblem.class, workspace::runForward)
                        .problem());
            }
        }
        return compilation.validation().problems();
    }

    private static Graph graph(String type, Settings settings, String inputs) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        String given = inputs.replace("IMAGE", IMAGE).replace("WRITTEN", WRITTEN);
        for (String input : given.split(" ", -1)) {
            String[] parts = input.split("[:=]", 2);
            nodes.add(input(parts[0], numbers(input, parts[1])));
            edges.add(new Edge(source(parts[0]), Slot.of("node", parts[0])));
        }
        nodes.add(Node.of("node", StandardCatalog.create().get(type), settings));
        return Graph.of(nodes, edges);
    }

    private static Tensor numbers(String input, String text) {
        if (input.contains("=")) {
            try {
                JsonNode json = JSON.readTree(text);
                return Fixtures.tensor(json);
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new IllegalArgumentException(input, e);
            }
        }
        return Tensor.filled(
                Shape.of(Stream.of(text.split("×", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray()),
                1);
    }

    private static Node input(String id, Tensor value) {
        return Node.of(id, Input.TYPE, Settings.of(Input.VALUE, value));
    }

    private static Source source(String node) {
        return Source.of(NodeId.of(node));
    }
}
