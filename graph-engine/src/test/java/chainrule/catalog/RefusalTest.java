package chainrule.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chainrule.exec.RunProblem;
import chainrule.op.InPort;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.op.ShapeProblem;
import chainrule.op.Shapes;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a learner reads where shapes, settings or classes do not fit. */
class RefusalTest {
    private static final Shape NUMBER = Shape.scalar();

    /** Shapes that a type refuses, the slot that it blames (null: the node) and what it says. */
    record Refusal(String type, Settings settings, Shape[] shapes, String slot, String sentence) {
        @Override
        public String toString() {
            return type + ": " + sentence;
        }
    }

    static Stream<Refusal> refusals() {
        return Stream.of(
                        linearAlgebra(),
                        reductions(),
                        shapes(),
                        images(),
                        losses(),
                        norms(),
                        statefulLayers(),
                        cells(),
                        attentions(),
                        convolutions())
                .flatMap(s -> s);
    }

    private static Stream<Refusal> linearAlgebra() {
        return Stream.of(
                of("dot", "a", "a is 2×3: it should be a vector.", s(2, 3), s(3)),
                of("dot", "b", "a has length 2 and b has length 3: they should be equally long.", s(2), s(3)),
                of("cosine", "b", "b is a number: it should be a vector.", s(2), NUMBER),
                of("outer", "b", "b is 2×1: it should be a vector.", s(2), s(2, 1)),
                of("matmul", "b", "A is 2×3 and B is 4×5: A needs as many columns as B has rows.", s(2, 3), s(4, 5)),
                of("matmul", "b", "A has length 2 and B has length 3: they should be equally long.", s(2), s(3)),
                of("matmul", "b", "A has length 2 and B is 3×4: A should be as long as B has rows.", s(2), s(3, 4)),
                of(
                        "matmul",
                        "b",
                        "A is 5×2×3 and B has length 2: B should be as long as A has columns.",
                        s(5, 2, 3),
                        s(2)),
                of(
                        "matmul",
                        "b",
                        "A is 5×2×3 and B is 4×3×2: their axes before the matrix, 5 and 4, should be equal or 1.",
                        s(5, 2, 3),
                        s(4, 3, 2)),
                of(
                        "matmul",
                        "a",
                        "A is a number and B is 3×4: A should be a vector, a matrix or a batch of matrices.",
                        NUMBER,
                        s(3, 4)),
                of(
                        "matmul",
                        "b",
                        "B is a number and A is 3×4: B should be a vector, a matrix or a batch of matrices.",
                        s(3, 4),
                        NUMBER),
                of(
                        "linear",
                        "x",
                        "x is a number: it should be a vector, or vectors along its last axis.",
                        NUMBER,
                        s(2, 3)),
                of("linear", "W", "W is 3: it should be a matrix with one row for each output.", s(3), s(3)),
                of(
                        "linear",
                        "W",
                        "x is 5×3 and W is 3×2: W needs as many columns as the last axis of x is long.",
                        s(5, 3),
                        s(3, 2)),
                of(
                        "linear",
                        "b",
                        "b is 3 and W is 2×3: b should be a vector with one number for each row of W, 2.",
                        s(5, 3),
                        s(2, 3),
                        s(3)),
                of(
                        "neuron",
                        "x",
                        "x is 2×2×3: it should be a vector, or a matrix with one example a row.",
                        s(2, 2, 3),
                        s(3)),
                of("neuron", "w", "w is 1×3: it should be a vector.", s(3), s(1, 3)),
                of(
                        "neuron",
                        "w",
                        "x is 5×3 and w has length 2: w should be as long as the last axis of x, 3.",
                        s(5, 3),
                        s(2)),
                of("neuron", "b", "b is 1: the bias of one neuron should be a number.", s(3), s(3), s(1)),
                of(
                        "transpose",
                        list("perm", 0, 0),
                        null,
                        "Setting perm is [0, 0] and x is 2×3: perm should name each of its 2 axes once.",
                        s(2, 3)),
                of(
                        "transpose",
                        list("perm", 0),
                        null,
                        "Setting perm is [0] and x is 2×3: perm should name each of its 2 axes once.",
                        s(2, 3)),
                of("transpose", list("perm", 0, 2), null, "Axis 2 of 2×3: it should be from -2 to 1.", s(2, 3)));
    }

    private static Stream<Refusal> reductions() {
        return Stream.of(
                of("sum", number("axis", 2), null, "Axis 2 of 2×3: it should be from -2 to 1.", s(2, 3)),
                of("mean", number("axis", 0), null, "Axis 0 of a number: a number has no axes.", NUMBER),
                of("reduce_max", number("axis", -3), null, "Axis -3 of 2×3: it should be from -2 to 1.", s(2, 3)),
                of(
                        "var",
                        number("correction", 1),
                        null,
                        "The variance is of 1 number and the correction is 1: the correction should be smaller.",
                        NUMBER),
                of(
                        "var",
                        number("correction", 3).with("axis", new Literal.Number(1)),
                        null,
                        "The variance is of 3 numbers and the correction is 3: the correction should be smaller.",
                        s(2, 3)),
                of("argmax", Settings.none(), null, "Axis -1 of a number: a number has no axes.", NUMBER),
                of("argmax", number("axis", 1), null, "Axis 1 of 3: it should be from -1 to 0.", s(3)));
    }

    private static Stream<Refusal> shapes() {
        return Stream.of(
                of(
                        "reshape",
                        list("shape", 4, 2),
                        "x",
                        "x is 2×3 and has 6 numbers, but shape [4, 2] has room for 8: they should be equally many.",
                        s(2, 3)),
                of(
                        "reshape",
                        list("shape", 4, -1),
                        "x",
                        "x is 2×3 and has 6 numbers: they do not divide into groups of 4, as shape [4, -1] asks.",
                        s(2, 3)),
                of(
                        "reshape",
                        list("shape", -1, -1),
                        null,
                        "Setting shape is [-1, -1]: only one length can be left open by −1.",
                        s(2, 3)),
                of(
                        "reshape",
                        list("shape", 0, 6),
                        null,
                        "Setting shape holds 0: every length should be at least 1, or −1 once.",
                        s(2, 3)),
                of("flatten", number("start", 2), null, "Axis 2 of 2×3: it should be from -2 to 1.", s(2, 3)),
                of("concat", Settings.none(), null, "Axis 0 of a number: a number has no axes.", NUMBER, NUMBER),
                of(
                        "concat",
                        "x1",
                        "x0 is 2×3 and x1 is 2×4: all lengths but that of axis 0 should be equal.",
                        s(2, 3),
                        s(2, 4)),
                of(
                        "concat",
                        "x2",
                        "x0 is 2×3 and x2 is 3: all lengths but that of axis 0 should be equal.",
                        s(2, 3),
                        s(2, 3),
                        s(3)),
                of("stack", "x1", "x0 is 2 and x1 is 3: they should have the same shape.", s(2), s(3)),
                of(
                        "slice",
                        number("start", 1),
                        null,
                        "The slice is from 1 to before 1 and holds nothing: stop should be greater than start.",
                        s(3)),
                of(
                        "slice",
                        number("stop", 4),
                        "x",
                        "x is 3 and the slice ends at 4: stop should be at most 3, the length of axis 0.",
                        s(3)),
                of("slice", number("axis", 1), null, "Axis 1 of 3: it should be from -1 to 0.", s(3)),
                of("select", number("index", 3), null, "Index 3 of axis 0 of 3: it should be from -3 to 2.", s(3)),
                of("select", number("index", -4), null, "Index -4 of axis 0 of 3: it should be from -3 to 2.", s(3)),
                of("select", Settings.none(), null, "Axis 0 of a number: a number has no axes.", NUMBER),
                of("reverse", number("axis", 5), null, "Axis 5 of 3: it should be from -1 to 0.", s(3)));
    }

    private static Stream<Refusal> images() {
        String image = "x is 3: its last two axes should be the height and width of an image.";
        return Stream.of(
                of(
                        "broadcast",
                        list("shape", 2, 2),
                        "x",
                        "x is 3 and should become 2×2: from the last axis on, lengths should be equal or 1 in x.",
                        s(3)),
                of(
                        "broadcast",
                        list("shape", 1),
                        "x",
                        "x is 3 and should become 1: from the last axis on, lengths should be equal or 1 in x.",
                        s(3)),
                of(
                        "broadcast",
                        list("shape", 2, 0),
                        null,
                        "Setting shape holds 0: every length should be at least 1.",
                        s(1)),
                of("pad2d", Settings.none(), "x", image, s(3)),
                of(
                        "pad2d",
                        list("pad", 1, 1),
                        null,
                        "Setting pad is [1, 1]: it should hold four widths, top, bottom, left, right.",
                        s(2, 2)),
                of(
                        "pad2d",
                        list("pad", 1, 1, -1, 0),
                        null,
                        "Setting pad holds -1: a border should be 0 or wider.",
                        s(2, 2)),
                of("upsample", Settings.none(), "x", image, s(3)));
    }

    private static Stream<Refusal> losses() {
        return Stream.of(
                of(
                        "mse",
                        "target",
                        "prediction is 2×1 and target is 2: they should have the same shape.",
                        s(2, 1),
                        s(2)),
                of("bce", "target", "prob is 2 and target is 3: they should have the same shape.", s(2), s(3)),
                of(
                        "bce_logits",
                        "target",
                        "logit is a number and target is 1: they should have the same shape.",
                        NUMBER,
                        s(1)),
                of(
                        "cross_entropy",
                        "logits",
                        "logits is a number: its last axis should hold one number for each class.",
                        NUMBER,
                        NUMBER),
                of(
                        "cross_entropy",
                        "class",
                        "logits is 5×3 and class is 5×1: class should be 5, one class index for each row of logits.",
                        s(5, 3),
                        s(5, 1)));
    }

    private static Stream<Refusal> statefulLayers() {
        String single =
                "x is %s and has one number for each channel: to have a variance in mode train, it should have more.";
        return Stream.of(
                of(
                        "dropout",
                        list("mask", 1, 0, 1),
                        null,
                        "Setting mask is 3 and x is 2×3: they should have the same shape.",
                        s(2, 3)),
                of(
                        "batch_norm",
                        "x",
                        "x is a number: it should be a batch, one example after the other along axis 0.",
                        NUMBER,
                        s(1),
                        s(1)),
                of(
                        "batch_norm",
                        "gamma",
                        "x is 4×2×3 and gamma is 3: gamma should be a vector with one number for each channel of x, 2.",
                        s(4, 2, 3),
                        s(3),
                        s(2)),
                of(
                        "batch_norm",
                        "beta",
                        "x is 4 and beta is a number: beta should be a vector with one number for each channel of x, 1.",
                        s(4),
                        s(1),
                        NUMBER),
                of(
                        "batch_norm",
                        list("running_mean", 0, 0, 0),
                        null,
                        "Setting running_mean is 3: it should be a number, or a vector with one number for each channel of"
                                + " x, 2.",
                        s(4, 2),
                        s(2),
                        s(2)),
                of(
                        "batch_norm",
                        list("running_var", 1, -1),
                        null,
                        "Setting running_var holds a number below 0: a variance should be at least 0.",
                        s(4, 2),
                        s(2),
                        s(2)),
                of("batch_norm", "x", single.formatted("1×2"), s(1, 2), s(2), s(2)),
                of("batch_norm", "x", single.formatted("1×2×1×1"), s(1, 2, 1, 1), s(2), s(2)),
                of("batch_norm", "x", single.formatted("1"), s(1), s(1), s(1)));
    }

    private static Stream<Refusal> norms() {
        return Stream.of(
                of(
                        "layer_norm",
                        "x",
                        "x is a number: it should be a vector, or vectors along its last axis.",
                        NUMBER,
                        s(1),
                        s(1)),
                of(
                        "layer_norm",
                        "beta",
                        "x is 2×3 and beta is 2: beta should be a vector with one number for each position of the last axis"
                                + " of x, 3.",
                        s(2, 3),
                        s(3),
                        s(2)),
                of(
                        "rms_norm",
                        "gamma",
                        "x is 3 and gamma is a number: gamma should be a vector with one number for each position of the"
                                + " last axis of x, 3.",
                        s(3),
                        NUMBER),
                of(
                        "reparameterize",
                        "logvar",
                        "mu is 2 and logvar is 3: they should have the same shape.",
                        s(2),
                        s(3),
                        s(2)),
                of(
                        "reparameterize",
                        "eps",
                        "mu is 2 and eps is a number: they should have the same shape.",
                        s(2),
                        s(2),
                        NUMBER),
                of(
                        "switch",
                        "predicted",
                        "gold is 2 and predicted is 3: they should have the same shape.",
                        s(2),
                        s(3)));
    }

    private static Stream<Refusal> cells() {
        return Stream.of(
                of("embedding", "table", "table is 3: it should be a matrix with one row for each index.", s(3), s(2)),
                rnn("x", "x is a number: it should be a vector, or a matrix with one example a row.", NUMBER, s(2)),
                rnn(
                        "h",
                        "x is 5×3 and h is 2: both should be vectors, or both matrices with one example a row.",
                        s(5, 3),
                        s(2)),
                rnn("h", "x is 5×3 and h is 4×2: h should have one row for each row of x, 5.", s(5, 3), s(4, 2)),
                rnn("Wxh", "Wxh is 2×3: with x of length 4 and h of length 2 it should be 2×4.", s(4), s(2)),
                rnn("Whh", "Whh is 2×2: with x of length 3 and h of length 1 it should be 1×1.", s(3), s(1), s(1, 3)),
                of(
                        "gru_cell",
                        "bh",
                        "bh is 4: with x of length 3 and h of length 2 it should be 6.",
                        s(3),
                        s(2),
                        s(6, 3),
                        s(6, 2),
                        s(6),
                        s(4)),
                of(
                        "lstm_cell",
                        "c",
                        "h is 2 and c is 3: they should have the same shape.",
                        s(3),
                        s(2),
                        s(3),
                        s(8, 3),
                        s(8, 2),
                        s(8)));
    }

    private static Stream<Refusal> attentions() {
        Shape[] square = {s(4, 4), s(4, 4), s(4, 4), s(4, 4)};
        return Stream.of(
                of(
                        "attention",
                        "Q",
                        "Q is 3: it should be a matrix with one position a row, or a batch of them.",
                        s(3),
                        s(4, 3),
                        s(4, 2)),
                of(
                        "attention",
                        "K",
                        "Q is 2×3 and K is 4×2: the rows of K should be as long as those of Q, 3.",
                        s(2, 3),
                        s(4, 2),
                        s(4, 2)),
                of(
                        "attention",
                        "V",
                        "K is 4×3 and V is 2×2: V should have one row for each row of K, 4.",
                        s(2, 3),
                        s(4, 3),
                        s(2, 2)),
                of(
                        "attention",
                        "V",
                        "Q is 5×2×3 and V is 4×2: both should be one matrix, or batches of equal size.",
                        s(5, 2, 3),
                        s(5, 4, 3),
                        s(4, 2)),
                of(
                        "attention",
                        mask(s(1, 2), 1, 1),
                        null,
                        "Setting mask is 1×2: with 2 queries and 2 keys it should be 2×2.",
                        s(2, 3),
                        s(2, 3),
                        s(2, 2)),
                of(
                        "attention",
                        mask(s(2, 2), 1, 1, 0, 0),
                        null,
                        "Row 1 of setting mask holds only 0: every query should see at least one key.",
                        s(2, 3),
                        s(2, 3),
                        s(2, 2)),
                of(
                        "additive_attention",
                        "q",
                        "q is 1×2 and K is 3×2: q should be one vector for each matrix of keys.",
                        s(1, 2),
                        s(3, 2),
                        s(3, 2),
                        s(2, 2),
                        s(2, 2),
                        s(2)),
                of(
                        "additive_attention",
                        "v",
                        "v is 1×2: it should be a vector.",
                        s(2),
                        s(3, 2),
                        s(3, 2),
                        s(2, 2),
                        s(2, 2),
                        s(1, 2)),
                of(
                        "additive_attention",
                        "Wk",
                        "Wk is 2×2: with K of length 4 and v of length 2 it should be 2×4.",
                        s(2),
                        s(3, 4),
                        s(3, 2),
                        s(2, 2),
                        s(2, 2),
                        s(2)),
                of(
                        "multi_head",
                        number("heads", 3),
                        null,
                        "Setting heads is 3 and the rows of Q have length 4: heads should divide it evenly.",
                        s(2, 4),
                        s(3, 4),
                        s(3, 4),
                        square[0],
                        square[1],
                        square[2],
                        square[3]),
                of(
                        "multi_head",
                        mask(s(2, 3), 1, 1, 1, 0, 0, 0),
                        null,
                        "Row 1 of setting mask holds only 0: every query should see at least one key.",
                        s(2, 4),
                        s(3, 4),
                        s(3, 4),
                        square[0],
                        square[1],
                        square[2],
                        square[3]),
                of(
                        "multi_head",
                        "Wo",
                        "Wo is 4×2: with rows of length 4 it should be 4×4.",
                        s(2, 4),
                        s(3, 4),
                        s(3, 4),
                        square[0],
                        square[1],
                        square[2],
                        s(4, 2)),
                of(
                        "positional_encoding",
                        "x",
                        "x is 3: it should be a matrix with one position a row, or a batch of them.",
                        s(3)));
    }

    private static Stream<Refusal> convolutions() {
        return Stream.of(
                of("conv2d", "x", image("4×4"), s(4, 4), s(1, 1, 2, 2)),
                of("conv1d", "x", "x is 4: it should be channels × length, or a batch of them.", s(4), s(1, 1, 2)),
                of("conv2d", "W", "W is 3×3: it should be filters × channels × height × width.", s(1, 4, 4), s(3, 3)),
                of(
                        "conv2d",
                        "W",
                        "x has 2 channels and W is 3×1×2×2: the second axis of W should be 2.",
                        s(2, 4, 4),
                        s(3, 1, 2, 2)),
                of(
                        "conv2d",
                        number("groups", 2),
                        null,
                        "x has 2 channels and W has 3 filters: both should divide evenly into 2 groups.",
                        s(2, 4, 4),
                        s(3, 1, 2, 2)),
                of(
                        "conv2d",
                        number("pad", 1),
                        null,
                        "The kernel spans 5 places and x, with its border, has 4: the kernel should fit into it.",
                        s(1, 2, 4),
                        s(1, 1, 5, 3)),
                of(
                        "conv2d",
                        "b",
                        "b is 2: it should be a vector with one number for each of the 3 filters.",
                        s(1, 4, 4),
                        s(3, 1, 2, 2),
                        s(2)),
                of(
                        "conv_transpose2d",
                        "W",
                        "W is 1×3×2×2 and x has 2 channels: W should be 2 × filters × height × width.",
                        s(2, 2, 2),
                        s(1, 3, 2, 2)),
                of(
                        "conv_transpose2d",
                        number("output_padding", 1),
                        null,
                        "Setting output_padding is 1 and stride is 1: output_padding should be smaller.",
                        s(1, 2, 2),
                        s(1, 3, 2, 2)),
                of(
                        "conv_transpose2d",
                        number("pad", 2),
                        null,
                        "Setting pad is 2: it cuts away all that is painted and should be smaller.",
                        s(1, 2, 2),
                        s(1, 3, 2, 2)),
                of(
                        "max_pool2d",
                        number("pad", 2),
                        null,
                        "Setting pad is 2 and kernel is 2: pad should be at most half of it.",
                        s(1, 2, 2)),
                of("global_avg_pool", "x", image("2×2"), s(2, 2)));
    }

    private static String image(String shape) {
        return "x is %s: it should be channels × height × width, or a batch of them.".formatted(shape);
    }

    private static Settings mask(Shape shape, double... rows) {
        return Settings.none().with("mask", new Literal.Numbers(Tensor.of(shape, rows)));
    }

    /** A simple cell whose weights fit x of length 3 and h of length 2 unless others are given. */
    private static Refusal rnn(String slot, String sentence, Shape x, Shape h, Shape... weights) {
        return of("rnn_cell", slot, sentence, x, h, weights.length > 0 ? weights[0] : s(2, 3), s(2, 2), s(2));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aSentenceSaysWhatDoesNotFit(Refusal refusal) {
        NodeType type = StandardCatalog.create().get(refusal.type());
        Shapes shapes = new Shapes(bySlot(type, refusal.shapes()), refusal.settings());
        ShapeProblem problem = catchThrowableOfType(ShapeProblem.class, () -> type.shapes(shapes));
        assertThat(problem.sentence()).isEqualTo(refusal.sentence());
        assertThat(problem.slot()).isEqualTo(refusal.slot());
    }

    @Test
    void aClassBeyondTheLastIsRefusedWhenItArrives() {
        assertThat(refusedClasses(0, 2, 7)).isEqualTo("node.class: Class 7 at position 2: it should be from 0 to 2.");
    }

    @Test
    void aNegativeClassIsRefused() {
        assertThat(refusedClasses(-1, 0, 0)).isEqualTo("node.class: Class -1 at position 0: it should be from 0 to 2.");
    }

    @Test
    void aClassThatIsNotWholeIsRefused() {
        assertThat(refusedClasses(0, 1.5, 0))
                .isEqualTo("node.class: Class 1.5 at position 1: it should be a whole number from 0 to 2.");
    }

    @Test
    void anIndexBeyondTheTableIsRefused() {
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        inputs.put("table", Tensor.filled(s(4, 2), 1));
        inputs.put("index", Tensor.vector(0, 4));
        assertThat(refused("embedding", inputs))
                .isEqualTo("node.index: Index 4 at position 1: it should be from 0 to 3.");
    }

    @Test
    void anIndexWithoutAPlaceInTheRowIsRefused() {
        assertThat(refused("one_hot", Map.of("index", Tensor.vector(1, -1))))
                .isEqualTo("node.index: Index -1 at position 1: it should be from 0 to 1.");
    }

    private static String refusedClasses(double... classes) {
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        inputs.put("logits", Tensor.filled(s(classes.length, 3), 0));
        inputs.put("class", Tensor.vector(classes));
        return refused("cross_entropy", inputs);
    }

    private static String refused(String id, Map<String, Tensor> inputs) {
        NodeType type = StandardCatalog.create().get(id);
        try (Trial trial = new Trial(type, Settings.none(), inputs, Precision.DOUBLE)) {
            return catchThrowableOfType(RunProblem.class, trial::forward)
                    .problem()
                    .line();
        }
    }

    private static Map<String, Shape> bySlot(NodeType type, Shape... shapes) {
        Map<String, Shape> result = new LinkedHashMap<>();
        InPort first = type.inputs().get(0);
        for (int i = 0; i < shapes.length; i++) {
            result.put(first.variadic() ? first.slot(i) : type.inputs().get(i).name(), shapes[i]);
        }
        return result;
    }

    private static Refusal of(String type, String slot, String sentence, Shape... shapes) {
        return of(type, Settings.none(), slot, sentence, shapes);
    }

    private static Refusal of(String type, Settings settings, String slot, String sentence, Shape... shapes) {
        return new Refusal(type, settings, shapes, slot, sentence);
    }

    private static Settings number(String name, double value) {
        return Settings.none().with(name, new Literal.Number(value));
    }

    private static Settings list(String name, double... values) {
        return Settings.none().with(name, new Literal.Numbers(Tensor.vector(values)));
    }

    private static Shape s(int... dims) {
        return Shape.of(dims);
    }
}
