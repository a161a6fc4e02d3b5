package chainrule.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chainrule.catalog.StandardCatalog;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.graph.Problem;
import chainrule.op.Catalog;
import chainrule.tensor.Precision;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that mean harm or are damaged: each gets one sentence, soon, and nothing is built of it. */
@Timeout(120)
class HostileFilesTest {
    private static final Catalog CATALOG = StandardCatalog.create();
    private static final long BUDGET = 1L << 30;
    private static final String A = "{\"id\": \"a\", \"type\": \"tanh\"}";
    private static final String B = "{\"id\": \"b\", \"type\": \"tanh\"}";
    private static final String P = "{\"id\": \"p\", \"type\": \"mul\"}";
    private static final String SUM = "{\"id\": \"s\", \"type\": \"add_n\"}";

    static List<Arguments> loops() {
        return List.of(
                Arguments.of(
                        "a cycle",
                        file(A + "," + B, edge("a", "b.x") + "," + edge("b", "a.x")),
                        "The edges close a loop: a → b → a."),
                Arguments.of("a node that feeds itself", file(A, edge("a", "a.x")), "The edges close a loop: a → a."),
                Arguments.of(
                        "a long cycle",
                        ring(100),
                        "The edges close a loop: n0 → n1 → n2 → n3 → n4 → n5 → … (100 nodes in all) → n99 → n0."));
    }

    static List<Arguments> names() {
        return List.of(
                Arguments.of(
                        "duplicate ids",
                        file(A + "," + A, ""),
                        "Two nodes are called a: each needs a name of its own."),
                Arguments.of(
                        "a name that is none",
                        file("{\"id\": \"a.b\", \"type\": \"tanh\"}", ""),
                        "A node is called “a.b”: a name should be 1 to 64 letters, digits, _ or -."),
                Arguments.of("no id", file("{\"type\": \"tanh\"}", ""), "The field “id” of node number 1 is missing."),
                Arguments.of("no type", file("{\"id\": \"q\"}", ""), "The field “type” of node q is missing."));
    }

    static List<Arguments> edges() {
        return List.of(
                Arguments.of(
                        "an edge from nowhere",
                        file(A, edge("z", "a.x")),
                        "The edge z → a.x needs a node called z, and there is none."),
                Arguments.of(
                        "an edge to nowhere",
                        file(A, edge("a", "z.x")),
                        "The edge a → z.x needs a node called z, and there is none."),
                Arguments.of(
                        "an edge without a port",
                        file(A + "," + B, edge("a", "b")),
                        "The edge from “a” to “b” should lead to a node's input, as in \"p.a\"."),
                Arguments.of(
                        "an input that the type lacks",
                        file(A + "," + P, edge("a", "p.c")),
                        "The edge a → p.c leads nowhere: p has no input c; it has a, b."),
                Arguments.of(
                        "an output that the type lacks",
                        file(A + "," + P, edge("a.y", "p.a")),
                        "The edge a.y → p.a leads nowhere: a has no output y."),
                Arguments.of(
                        "two edges into one input",
                        file(A + "," + B + "," + P, edge("a", "p.a") + "," + edge("b", "p.a")),
                        "Two edges lead into p.a: an input takes one."),
                Arguments.of(
                        "a gap",
                        file(A + "," + B + "," + SUM, edge("a", "s.x0") + "," + edge("b", "s.x2")),
                        "The inputs of s have a gap: x1 is not connected."));
    }

    static List<Arguments> heads() {
        return List.of(
                Arguments.of(
                        "version 99",
                        "{\"format\": \"chainrule\", \"version\": 99, \"nodes\": 5}",
                        "The file is of version 99, and this program reads up to version 1: a newer Chainrule can open it."),
                Arguments.of(
                        "no version",
                        "{\"format\": \"chainrule\"}",
                        "The file does not say its version: the field “version” should be 1."),
                Arguments.of(
                        "another format",
                        "{\"format\": \"drawing\", \"version\": 1}",
                        "This is not a Chainrule file: its field “format” should be \"chainrule\"."),
                Arguments.of(
                        "nothing",
                        "",
                        "This is not a Chainrule file: it should be one JSON object, from { to }, and is empty."),
                Arguments.of(
                        "a list",
                        "[]",
                        "This is not a Chainrule file: it should be one JSON object, from { to }, and is something else."));
    }

    static List<Arguments> brokenTexts() {
        return List.of(
                Arguments.of(
                        "100,000 brackets", "[".repeat(100_000), "Line 1: brackets are nested deeper than 64 levels."),
                Arguments.of(
                        "100,000 brackets in a setting",
                        file(
                                "{\"id\": \"a\", \"type\": \"param\", \"settings\": {\"value\": " + "[".repeat(100_000)
                                        + "]".repeat(100_000) + "}}",
                                ""),
                        "Line 1: brackets are nested deeper than 64 levels."),
                Arguments.of(
                        "a bare NaN",
                        file("{\"id\": \"a\", \"type\": \"param\", \"settings\": {\"value\": NaN}}", ""),
                        "Line 1: NaN and Infinity stand bare; in JSON they should be in quotes."),
                Arguments.of(
                        "a truncated file",
                        "{\"format\": \"chainrule\",\n \"version\": 1, \"nodes\": [{\"id\": ",
                        "The file is cut off: it ends at line 2 before its last bracket."),
                Arguments.of(
                        "a field twice",
                        "{\"format\": \"chainrule\",\n \"format\": \"chainrule\"}",
                        "Line 2: the field “format” is there twice in one object."),
                Arguments.of(
                        "more after the end",
                        "{\"format\": \"chainrule\", \"version\": 1}\n{}",
                        "Line 2: more follows after the end of the JSON object."),
                Arguments.of(
                        "junk after the end",
                        "{\"format\": \"chainrule\", \"version\": 1}\nzzz",
                        "Line 2, column 1: the text is not JSON from here on."),
                Arguments.of("no JSON", "node a -> b", "Line 1, column 1: the text is not JSON from here on."),
                Arguments.of(
                        "a number of 2000 digits",
                        file(
                                "{\"id\": \"a\", \"type\": \"param\", \"settings\": {\"value\": " + "1".repeat(2000)
                                        + "}}",
                                ""),
                        "Line 1: a number or a name is longer than any that makes sense."));
    }

    static List<Arguments> wrongFields() {
        return List.of(
                Arguments.of(
                        "nodes that are no list",
                        "{\"format\": \"chainrule\", \"version\": 1, \"nodes\": 5}",
                        "The field “nodes” of the file is 5: it should be a list in [ ]."),
                Arguments.of(
                        "a node that is no object",
                        file("7", ""),
                        "The field “nodes” of the file is 7: it should be a list of objects in { }."),
                Arguments.of(
                        "a precision that is none",
                        "{\"format\": \"chainrule\", \"version\": 1, \"precision\": \"half\"}",
                        "The precision is “half”: it should be double or float."),
                Arguments.of(
                        "a title that is a number",
                        "{\"format\": \"chainrule\", \"version\": 1, \"title\": 3}",
                        "The field “title” of the file is 3: it should be text in quotes."),
                Arguments.of(
                        "a place that is none",
                        file("{\"id\": \"a\", \"type\": \"tanh\", \"at\": [1]}", ""),
                        "The field “at” of node a is a list: it should be a list of two numbers."),
                Arguments.of(
                        "steps below 0",
                        "{\"format\": \"chainrule\", \"version\": 1, \"training\": {\"steps\": -1}}",
                        "The field “steps” of the training block is -1: it should be a whole number from 0 on."),
                Arguments.of(
                        "a rate in words",
                        "{\"format\": \"chainrule\", \"version\": 1, \"training\": {\"optimizer\": {\"lr\": \"fast\"}}}",
                        "The field “lr” of the optimizer is \"fast\": it should be a number."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"loops", "names", "edges", "heads", "brokenTexts", "wrongFields"})
    @Timeout(30)
    void aFileThatIsNoneIsRefusedInASentence(String name, String text, String sentence) {
        assertThat(refusal(text)).isEqualTo(sentence);
    }

    @Test
    void tooManyNodesAreRefused() {
        String nodes = IntStream.rangeClosed(0, 100_000)
                .mapToObj(i -> "{\"id\": \"n%d\", \"type\": \"tanh\"}".formatted(i))
                .collect(Collectors.joining(","));

        assertThat(refusal(file(nodes, ""))).isEqualTo("The file has 100,001 nodes: at most 100,000 are possible.");
    }

    @Test
    void tooLongATextIsRefused() {
        assertThat(refusal(" ".repeat((64 << 20) + 1)))
                .isEqualTo("The file has more than 64 MiB, which is the most that is read.");
    }

    @Test
    void tooManyPartsAreRefused() {
        assertThat(refusal(file("[" + "0,".repeat(1 << 24) + "0]", "")))
                .isEqualTo(
                        "The file has more than 16,777,216 numbers, words and brackets, which is the most that is read.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.lang.Runtime", "teleport", "com.sun.rowset.JdbcRowSetImpl", ""})
    void anUnknownTypeIsKeptAndReported(String type) throws FileProblem {
        String text = file(
                "{\"id\": \"a\", \"type\": \"%s\", \"settings\": {\"@class\": \"java.lang.Runtime\"}}, %s"
                        .formatted(type, B),
                edge("a", "b.x"));

        assertThat(problems(text))
                .containsExactly(new Problem(
                        chainrule.graph.NodeId.of("a"),
                        null,
                        "a is of the type %s, which this version does not have.".formatted(type)));
        assertThat(GraphJson.write(GraphJson.read(text, CATALOG))).contains("{\"@class\": \"java.lang.Runtime\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"a\", \"type\": \"param\", \"settings\": {\"init\": \"zeros\", \"shape\": [1048576, 1048576]}}",
                "{\"id\": \"a\", \"type\": \"param\", \"settings\": {\"init\": \"zeros\", \"shape\": [2147483647, 2147483647, 2147483647, 9]}}"
            })
    @Timeout(30)
    void anArrayOfTooManyElementsIsReported(String node) throws FileProblem {
        assertThat(problems(file(node, ""))).singleElement().satisfies(p -> assertThat(p.sentence())
                .containsAnyOf(
                        "An array of 1048576×1048576 has 1099511627776 elements: at most 2147483647 are possible.",
                        "a would have more elements than can be counted."));
    }

    @Test
    @Timeout(30)
    void aProductOfTooManyElementsIsReported() throws FileProblem {
        String column =
                "{\"id\": \"c\", \"type\": \"param\", \"settings\": {\"init\": \"zeros\", \"shape\": [1048576, 1]}}";
        String row = "{\"id\": \"r\", \"type\": \"param\", \"settings\": {\"init\": \"zeros\", \"shape\": [1048576]}}";
        String text = file(column + "," + row + "," + P, edge("c", "p.a") + "," + edge("r", "p.b"));

        assertThat(problems(text))
                .extracting(Problem::line)
                .containsExactly(
                        "p: An array of 1048576×1048576 has 1099511627776 elements: at most 2147483647 are possible.");
    }

    @Test
    @Timeout(30)
    void aRepetitionToTooManyElementsIsReported() throws FileProblem {
        String node = "{\"id\": \"y\", \"type\": \"%s\", \"settings\": {\"shape\": [1048576, 1048576]}}";
        String from = param("v", "[1]") + ",";

        assertThat(problems(file(from + node.formatted("broadcast"), edge("v", "y.x"))))
                .extracting(Problem::line)
                .containsExactly(
                        "y: An array of 1048576×1048576 has 1099511627776 elements: at most 2147483647 are possible.");
        assertThat(problems(file(from + node.formatted("reshape"), edge("v", "y.x"))))
                .extracting(Problem::line)
                .containsExactly(
                        "y.x: x is 1 and has 1 numbers, but shape [1048576, 1048576] has room for 1099511627776: they should be equally many.");
    }

    @Test
    @Timeout(30)
    void moreMemoryThanThereIsIsReported() throws FileProblem {
        String node =
                "{\"id\": \"a\", \"type\": \"param\", \"settings\": {\"init\": \"zeros\", \"shape\": [40000, 40000]}}";

        assertThat(problems(file(node, ""))).singleElement().satisfies(p -> assertThat(p.sentence())
                .startsWith("This graph needs ")
                .contains("a is the largest"));
    }

    @Test
    void shapesThatDoNotFitAreReported() throws FileProblem {
        String text = file(
                param("v", "[1, 2]") + "," + param("w", "[1, 2, 3]") + "," + P,
                edge("v", "p.a") + "," + edge("w", "p.b"));

        assertThat(problems(text))
                .extracting(Problem::line)
                .containsExactly("p.b: a is 2 and b is 3: from the last axis on, lengths should be equal or 1.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[1, 2], [3]]", "[[1, 2], 3]", "[1, [2]]", "[[], []]", "[[[1]], [[1, 2]]]"})
    void aRaggedListIsReported(String value) throws FileProblem {
        assertThat(problems(file(param("a", value), "")))
                .extracting(Problem::sentence)
                .containsExactly(
                        "Setting value of a is a ragged list: it should be a number or a nested list of numbers.");
    }

    static List<Arguments> settings() {
        return List.of(
                Arguments.of(
                        "\"value\": \"NaN\"",
                        "Setting value of a holds NaN at element 0: every element should be a number."),
                Arguments.of(
                        "\"value\": [1, \"NaN\"]",
                        "Setting value of a holds NaN at element 1: every element should be a number."),
                Arguments.of(
                        "\"value\": []",
                        "Setting value of a is an empty list: it should be a number or a nested list of numbers."),
                Arguments.of(
                        "\"value\": [\"x\"]",
                        "Setting value of a is a list of words: it should be a number or a nested list of numbers."),
                Arguments.of(
                        "\"value\": {\"x\": 1}",
                        "Setting value of a is an object: it should be a number or a nested list of numbers."),
                Arguments.of(
                        "\"value\": [true]",
                        "Setting value of a is a list that holds other things than numbers: it should be a number or a nested list of numbers."),
                Arguments.of("\"seed\": 1.5", "Setting seed of a is 1.5: it should be a whole number."));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void aSettingThatCannotBeIsReportedAtItsNode(String setting, String sentence) throws FileProblem {
        String text = file("{\"id\": \"a\", \"type\": \"param\", \"settings\": {%s}}".formatted(setting), "");

        assertThat(problems(text)).extracting(Problem::sentence).containsExactly(sentence);
        assertThat(GraphJson.write(GraphJson.read(text, CATALOG))).contains(setting);
    }

    @Test
    void anEmptyListIsAListOfNoWholeNumbers() throws FileProblem {
        String text =
                file("{\"id\": \"a\", \"type\": \"param\", \"settings\": {\"init\": \"normal\", \"shape\": []}}", "");

        assertThat(problems(text)).isEmpty();
    }

    private static List<Problem> problems(String text) throws FileProblem {
        Compilation compilation =
                ExecutionPlan.compile(GraphJson.read(text, CATALOG).graph(), Precision.DOUBLE, BUDGET);
        return compilation instanceof Compilation.Rejected rejected ? rejected.problems() : List.of();
    }

    private static String refusal(String text) {
        return catchThrowableOfType(FileProblem.class, () -> GraphJson.read(text, CATALOG))
                .sentence();
    }

    private static String ring(int size) {
        String nodes = IntStream.range(0, size)
                .mapToObj(i -> "{\"id\": \"n%d\", \"type\": \"tanh\"}".formatted(i))
                .collect(Collectors.joining(","));
        String edges = IntStream.range(0, size)
                .mapToObj(i -> edge("n" + i, "n" + (i + 1) % size + ".x"))
                .collect(Collectors.joining(","));
        return file(nodes, edges);
    }

    private static String param(String id, String value) {
        return "{\"id\": \"%s\", \"type\": \"param\", \"settings\": {\"value\": %s}}".formatted(id, value);
    }

    private static String edge(String from, String to) {
        return "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(from, to);
    }

    private static String file(String nodes, String edges) {
        return "{\"format\": \"chainrule\", \"version\": 1, \"nodes\": [%s], \"edges\": [%s]}".formatted(nodes, edges);
    }
}
