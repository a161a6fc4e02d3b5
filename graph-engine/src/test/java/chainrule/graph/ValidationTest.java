package chainrule.graph;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.op.Literal;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a graph before anything is computed. */
class ValidationTest {
    @Test
    void aSoundGraphHasAShapeForEveryOutput() {
        Validation validation = Validation.of(Sketch.twoPaths());
        assertThat(validation.problems()).isEmpty();
        assertThat(validation.shapes()).hasSize(5).containsEntry(Source.of(NodeId.of("e")), Shape.scalar());
    }

    @Test
    void aMissingInputIsNamed() {
        assertLines(new Sketch().param("w", 1).node("m", "mul", "w"), "m.b: Input b of m is not connected.");
    }

    @Test
    void aVariadicPortNeedsOneInput() {
        assertLines(new Sketch().node("s", "add_n"), "s.x0: Input x0 of s is not connected.");
    }

    @Test
    void aGapInAVariadicPortIsNamed() {
        Node w = new Sketch().param("w", 1).graph().node(NodeId.of("w"));
        Node s = new Sketch().node("s", "add_n").graph().node(NodeId.of("s"));
        Source from = Source.of(w.id());
        Graph graph = Graph.of(
                List.of(w, s), List.of(new Edge(from, Slot.of("s", "x0")), new Edge(from, Slot.of("s", "x2"))));
        assertThat(Validation.of(graph).problems())
                .extracting(Problem::line)
                .containsExactly("s.x1: The inputs of s have a gap: x1 is not connected.");
    }

    @Test
    void anOptionalInputMayBeMissing() {
        assertLines(new Sketch().param("x", 1, 2).matrix("W", 1, 3, 4).node("y", "linear", "x", "W"));
    }

    @Test
    void whatHangsOnAMistakeHasNoShapeAndNoMistakeOfItsOwn() {
        Graph graph = new Sketch()
                .param("a", 1, 2)
                .param("b", 1, 2, 3)
                .node("sum", "add", "a", "b")
                .node("next", "neg", "sum")
                .graph();
        Validation validation = Validation.of(graph);
        assertThat(validation.problems())
                .extracting(Problem::line)
                .containsExactly("sum.b: a is 2 and b is 3: from the last axis on, lengths should be equal or 1.");
        assertThat(validation.shapes()).hasSize(2);
    }

    @Test
    void aSettingThatATypeDoesNotKnowIsNamed() {
        assertLines(
                new Sketch().param("w", 1).node("n", "neg", set("gain", new Literal.Number(2)), "w"),
                "n: n has the setting gain, but neg has no settings.");
        assertLines(
                new Sketch().param("w", 1).node("s", "sum", set("gain", new Literal.Number(2)), "w"),
                "s: s has the setting gain, which sum does not know: it has axis, keepdims.");
    }

    @Test
    void aSettingThatCannotBeReadSaysWhatItShouldBe() {
        assertLines(
                new Sketch().param("w", 1).node("s", "sum", set("keepdims", new Literal.Number(1)), "w"),
                "s: Setting keepdims of s is 1: it should be true or false.");
        assertLines(
                new Sketch().param("w", 1, 2).node("s", "slice", set("start", new Literal.Number(-1)), "w"),
                "s: Setting start of s is -1: it should be at least 0.");
        assertLines(
                new Sketch().matrix("w", 1, 1).node("u", "upsample", set("scale", new Literal.Number(0)), "w"),
                "u: Setting scale of u is 0: it should be at least 1.");
        assertLines(
                new Sketch()
                        .param("w", 1)
                        .param("t", 1)
                        .node("l", "mse", set("reduction", new Literal.Text("max")), "w", "t"),
                "l: Setting reduction of l is “max”: it should be one of mean, sum, none.");
    }

    @Test
    void anArrayTooLargeToIndexIsRefused() {
        Literal shape = new Literal.Numbers(Tensor.vector(65536, 65536));
        assertLines(
                new Sketch().param("w", 1).node("b", "broadcast", set("shape", shape), "w"),
                "b: An array of 65536×65536 has 4294967296 elements: at most 2147483647 are possible.");
    }

    @Test
    void anArrayTooLargeToCountIsRefused() {
        Literal scale = new Literal.Number(Integer.MAX_VALUE);
        assertLines(
                new Sketch().matrix("w", 1, 1, 2).node("u", "upsample", set("scale", scale), "w"),
                "u: u would have more elements than can be counted.");
    }

    @Test
    void aRootThatDoesNotExistIsNamed() {
        Graph graph = new Sketch().param("w", 1).graph().rooted(NodeId.of("loss"));
        assertThat(Validation.of(graph).problems())
                .extracting(Problem::line)
                .containsExactly("The root is loss, and there is no such node.");
    }

    private static Settings set(String name, Literal literal) {
        return Settings.none().with(name, literal);
    }

    private static void assertLines(Sketch sketch, String... lines) {
        assertThat(Validation.of(sketch.graph()).problems())
                .extracting(Problem::line)
                .containsExactly(lines);
    }
}
