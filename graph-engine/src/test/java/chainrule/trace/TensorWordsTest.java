package chainrule.trace;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.exec.ExecutionPlan;
import chainrule.exec.Plans;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Sketch;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Shapes and LaTeX of the chain rule along an edge. */
class TensorWordsTest {
    private static Optional<TensorWords> words(Graph graph, String node, String port) {
        ExecutionPlan plan = Plans.of(graph);
        try (Derivatives derivatives = Derivatives.of(plan)) {
            return TensorWords.of(plan, derivatives.line(Slot.of(node, port)));
        }
    }

    private static String line(Graph graph, String node, String port) {
        ExecutionPlan plan = Plans.of(graph);
        try (Derivatives derivatives = Derivatives.of(plan)) {
            return new ChainTex(plan).line(derivatives.line(Slot.of(node, port)));
        }
    }

    private static Graph product() {
        return new Sketch()
                .matrix("A", 2, 1, 2, 3, 4, 5, 6)
                .matrix("B", 3, 1, 0, 2, 1, 1, 1, 0, 1, 2, 1, 0, 1)
                .node("Y", "matmul", "A", "B")
                .node("L", "sum", "Y")
                .graph();
    }

    @Test
    void aMatrixProductSaysWhatIsTransposedAndWhy() {
        assertThat(words(product(), "Y", "a"))
                .contains(new TensorWords(
                        "Ā = Ȳ Bᵀ",
                        "2×3 = 2×4 · 4×3",
                        "B is 3×4; transposed to 4×3, its 4 rows meet the 4 columns of Ȳ, and the product has the shape"
                                + " that Ā wants, 2×3."));
        assertThat(words(product(), "Y", "b").orElseThrow().why())
                .isEqualTo("A is 2×3; transposed to 3×2, its 2 columns meet the 2 rows of Ȳ, and the product has the"
                        + " shape that B̄ wants, 3×4.");
    }

    @Test
    void aDenseLayerTransposesForItsWeightsAndNotForItsInput() {
        Graph graph = new Sketch()
                .source("x", "input", Tensor.vector(1, 2, 3))
                .matrix("W", 2, 1, 2, 3, 4, 5, 6)
                .param("b", 1, 2)
                .node("h", "linear", "x", "W", "b")
                .node("L", "sum", "h")
                .graph();
        assertThat(words(graph, "h", "x").orElseThrow())
                .extracting(TensorWords::shapes, TensorWords::why)
                .containsExactly(
                        "1×3 = 1×2 · 2×3",
                        "Nothing is transposed: the 2 columns of h̄ already meet the 2 rows of W, and the product has"
                                + " the shape that x̄ wants, 1×3.");
        assertThat(words(graph, "h", "W").orElseThrow())
                .extracting(TensorWords::formula, TensorWords::shapes)
                .containsExactly("W̄ = h̄ᵀ x", "2×3 = 2×1 · 1×3");
    }

    @Test
    void otherRulesSayHowElementsHangTogether() {
        Graph graph = new Sketch()
                .matrix("A", 2, 1, 2, 3, 4, 5, 6)
                .param("b", 1, 2, 3)
                .node("s", "add", "A", "b")
                .node("t", "tanh", "s")
                .node("p", "softmax", "t")
                .node("L", "sum", "p")
                .graph();
        assertThat(words(graph, "s", "b").orElseThrow().why())
                .isEqualTo(
                        "b (3) is used by several elements of s (2×3), so what comes back to it is added up over them.");
        assertThat(words(graph, "t", "x").orElseThrow().shapes()).isEqualTo("2×3 = 2×3 ⊙ 2×3");
        assertThat(words(graph, "p", "x").orElseThrow().why())
                .isEqualTo("Each element of p has a slope for each element of t: a table of 6×6. Its rows are weighted"
                        + " with p̄ and added up.");
        assertThat(words(Sketch.twoPaths(), "e", "a")).isEmpty();
    }

    @Test
    void aLineIsLatexWithItsNumbersOrItsShapes() {
        assertThat(line(Sketch.twoPaths(), "e", "a"))
                .isEqualTo("\\bar{c} = \\bar{e} \\cdot \\frac{\\partial e}{\\partial c} = 1 \\cdot 2 = 2");
        assertThat(line(Sketch.twoPaths(), "d", "x"))
                .startsWith("\\bar{b} \\mathrel{+}= \\bar{d} \\cdot \\frac{\\partial d}{\\partial b}");
        assertThat(line(product(), "Y", "a"))
                .endsWith("\\,,\\quad 2 \\times 4 \\cdot 8 \\times 6 \\;\\to\\; 2 \\times 3");
        Graph named = new Sketch()
                .param("w12", -0.00001)
                .param("x_in", 3)
                .node("out", "mul", "w12", "x_in")
                .graph();
        assertThat(line(named, "out", "b"))
                .isEqualTo(
                        "\\overline{\\mathrm{x\\_in}} = \\overline{\\mathrm{out}} \\cdot \\frac{\\partial"
                                + " \\mathrm{out}}{\\partial \\mathrm{x\\_in}} = 1 \\cdot (-1 \\cdot 10^{-5}) = -1 \\cdot 10^{-5}");
        assertThat(line(named, "out", "a")).startsWith("\\bar{w}_{12} = ");
    }

    @Test
    void aPathIsLatexFromTheRootBack() {
        ExecutionPlan plan = Plans.of(Sketch.twoPaths());
        try (Derivatives derivatives = Derivatives.of(plan)) {
            Paths paths = Paths.from(plan, Source.of(NodeId.of("b")), 9);
            assertThat(new ChainTex(plan).path(derivatives.products(paths).get(0)))
                    .isEqualTo(
                            "\\frac{\\partial e}{\\partial d} \\cdot \\frac{\\partial d}{\\partial b} = 3 \\cdot 1 = 3");
        }
    }

    @Test
    void aNumberIsOneByOneAsAMatrix() {
        assertThat(Shape.scalar().toString()).isEqualTo("a number");
        Graph graph = new Sketch()
                .param("u", 1, 2)
                .param("v", 3, 4, 5)
                .node("Y", "outer", "u", "v")
                .node("L", "sum", "Y")
                .graph();
        assertThat(words(graph, "Y", "a").orElseThrow().shapes()).isEqualTo("2×1 = 2×3 · 3×1");
        assertThat(words(graph, "L", "x").orElseThrow().shapes()).isEqualTo("2×3 ← a number · (1×6 slopes)");
    }
}
