package chainrule.program;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Dice;
import chainrule.op.Catalog;
import chainrule.op.Literal;
import chainrule.op.Placeholder;
import chainrule.op.Presence;
import chainrule.op.Settings;
import chainrule.tensor.Tensor;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramTest {
    private static final Catalog CATALOG = StandardCatalog.create();

    private static Reading read(String text) {
        return ProgramReader.read(text, CATALOG, Graph.empty());
    }

    private static Graph graph(String text) {
        Reading reading = read(text);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).graph();
    }

    @Property(tries = 300)
    void anyGraphReadsBackFromItsProgram(@ForAll long seed, @ForAll @IntRange(max = 30) int size) {
        Graph graph = new Dice(seed).graph(size);
        String text = ProgramWriter.text(graph);
        assertThat(ProgramReader.read(text, CATALOG, graph)).isInstanceOfSatisfying(Reading.Understood.class, read -> {
            assertThat(read.graph()).isEqualTo(graph);
            assertThat(ProgramWriter.text(read.graph())).isEqualTo(text);
        });
    }

    @Test
    void aLineForEachNode() {
        Graph graph = graph(
                """
                # a weighted score
                x = input(value=[1, 2, 3])
                w = param(value=[0.5, -1, 0.25])

                p = mul(w, x)
                d = sum(p) as "the score"   # its gradient is wanted
                root d
                """);
        assertThat(graph.nodes()).extracting(Node::id).extracting(NodeId::name).containsExactly("x", "w", "p", "d");
        assertThat(graph.into(Slot.of("p", "b")).orElseThrow().from()).isEqualTo(Source.of(NodeId.of("x")));
        assertThat(graph.node(NodeId.of("w")).settings().literals().get("value"))
                .isEqualTo(new Literal.Numbers(Tensor.vector(0.5, -1, 0.25)));
        assertThat(graph.node(NodeId.of("d")).label()).isEqualTo("the score");
        assertThat(graph.chosenRoot()).contains(NodeId.of("d"));
        assertThat(ProgramWriter.text(graph))
                .isEqualTo(
                        """
                        x = input(value=[1, 2, 3])
                        w = param(value=[0.5, -1, 0.25])
                        p = mul(w, x)
                        d = sum(p) as "the score"
                        root d
                        """);
    }

    @Test
    void afterAFreeInputTheOthersHaveNames() {
        String text =
                """
                b = param(value=2)
                s = add(b=b)
                m = add_n(b, s, b)
                z = tanh(m) muted
                """;
        Graph graph = graph(text);
        assertThat(graph.into(Slot.of("s", "a"))).isEmpty();
        assertThat(graph.into(Slot.of("s", "b"))).isPresent();
        assertThat(graph.into(NodeId.of("m"))).hasSize(3);
        assertThat(graph.type(NodeId.of("z")).presence()).isEqualTo(Presence.MUTED);
        assertThat(ProgramWriter.text(graph)).isEqualTo(text);
    }

    @Test
    void linesMayUseLaterOnesAndTellWhereNodesAre() {
        Reading.Understood read = (Reading.Understood) read("\ny = tanh(x)\n# here\nx = input(value=1)");
        assertThat(read.lines()).containsEntry(NodeId.of("y"), 1).containsEntry(NodeId.of("x"), 3);
        assertThat(read.graph().into(Slot.of("y", "x"))).isPresent();
    }

    @Test
    void aTypeThatIsMissingIsKeptWhereTheGraphHasIt() {
        Graph before = Graph.of(
                List.of(
                        Node.of("a", CATALOG.get("param")),
                        Node.of(
                                "q",
                                Placeholder.of("quantum", List.of("x"), List.of("out")),
                                Settings.none().with("spin", 0.5))),
                List.of());
        String text = ProgramWriter.text(before);
        assertThat(text).contains("q = quantum(\"spin\"=0.5)");
        assertThat(ProgramReader.read(text, CATALOG, before))
                .isInstanceOfSatisfying(Reading.Understood.class, read -> assertThat(read.graph())
                        .isEqualTo(before));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    z = tanh(x                      | A line is like z = scale(y, factor=3), or root z.
                    z tanh                          | A line is like z = scale(y, factor=3), or root z.
                    z = tnh(x)                      | There is no node type tnh.
                    z = tanh(q)                     | There is no node q.
                    z = tanh(x.left)                | x has no output left; it has out.
                    z = tanh(x, x)                  | tanh has no input after x; a setting is written as name=value.
                    z = tanh(x, x=x)                | The input x of z is given twice.
                    z = input(x)                    | input takes no inputs; a setting is written as name=value.
                    z = scale(x, fctor=3)           | scale has no input and no setting fctor; it has x, factor
                    z = scale(x, factor=)           | The value of factor is missing: it should be a number, a word, a list in [ ], true or false.
                    z = scale(x, factor=[1)         | A line is like z = scale(y, factor=3), or root z.
                    z = add_n(x0=x, x2=x)           | The next free input of z is x1.
                    z = tanh(z)                     | These edges close a loop: z
                    a b = tanh(x)                   | A line is like z = scale(y, factor=3), or root z.
                    a/b = tanh(x)                   | a/b cannot be the name of a node: 1 to 64 letters, digits, _ and - can.
                    x = input(value=2)              | x is made in line 1 already.
                    root q                          | There is no node q.
                    """)
    void aMistakeIsOneSentenceAtItsLine(String line, String sentence) {
        Reading reading = read("x = input(value=1)\n" + line);
        assertThat(reading).isInstanceOfSatisfying(Reading.Refused.class, refused -> {
            assertThat(refused.mistakes()).hasSize(1);
            assertThat(refused.mistakes().get(0).line()).isEqualTo(1);
            assertThat(refused.mistakes().get(0).sentence()).startsWith(sentence);
        });
    }

    @Test
    void everyMistakeIsToldOnceWhereItIs() {
        Reading reading = read("a = nope()\nb = tanh(a)\nc = tanh(b)\nd = (\nroot a");
        assertThat(((Reading.Refused) reading).mistakes())
                .extracting(Mistake::line)
                .containsExactly(0, 3);
    }
}
