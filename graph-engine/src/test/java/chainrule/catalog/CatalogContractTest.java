package chainrule.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.op.Example;
import chainrule.op.Formula;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Vjp;
import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every node type promises, tried at each of its examples. */
class CatalogContractTest {
    private static final long SEED = 20;
    private static final List<Integer> BATCHES = List.of(1, 2, 5);

    /** A type at one of its examples, under a name to read in a report. */
    record Case(NodeType type, Example example) {
        @Override
        public String toString() {
            return type.id() + " " + example.shapes() + " " + example.settings().literals();
        }
    }

    static Stream<NodeType> types() {
        return StandardCatalog.create().types().stream();
    }

    static Stream<NodeType> computingTypes() {
        return types().filter(type -> type.values().isEmpty());
    }

    static Stream<Case> cases() {
        return computingTypes().flatMap(type -> Stream.concat(type.examples().stream(), batches(type))
                .map(e -> new Case(type, e)));
    }

    /** The first example with 1, 2 and 5 along its leading axis, where the type names none of that length itself. */
    private static Stream<Example> batches(NodeType type) {
        Example first = type.examples().get(0);
        Shape lead = first.shapes().values().iterator().next();
        return BATCHES.stream().filter(n -> !tried(type, n) && !lead.isScalar()).map(n -> {
            Map<String, Shape> shapes = new LinkedHashMap<>(first.shapes());
            shapes.replaceAll(
                    (slot, shape) -> shape.isScalar() || shape.dim(0) != lead.dim(0) ? shape : shape.with(0, n));
            return new Example(shapes, first.settings(), first.low(), first.high());
        });
    }

    private static boolean tried(NodeType type, int batch) {
        return type.examples().stream()
                .flatMap(e -> e.shapes().values().stream())
                .anyMatch(shape -> !shape.isScalar() && shape.dim(0) == batch);
    }

    @Test
    void everyTypeIsTriedWithBatchesOfOneTwoAndFive() {
        assertThat(computingTypes()).allSatisfy(type -> {
            List<Integer> lengths = Stream.concat(type.examples().stream(), batches(type))
                    .flatMap(e -> e.shapes().values().stream())
                    .filter(shape -> !shape.isScalar())
                    .map(shape -> shape.dim(0))
                    .toList();
            assertThat(lengths).as(type.id()).containsAll(BATCHES);
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsAgreeWithCentralDifferences(Case c) {
        try (Trial trial = Trial.of(c.type(), c.example(), SEED, Precision.DOUBLE)) {
            assertThat(Derivatives.worstError(trial, SEED + 1)).isLessThan(1e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void pullingAndPushingAreTransposes(Case c) {
        try (Trial trial = Trial.of(c.type(), c.example(), SEED, Precision.DOUBLE)) {
            Tensor cotangent = trial.cotangent(SEED + 2);
            Map<String, Tensor> gradients = trial.backward(cotangent);
            Random random = new Random(SEED + 3);
            gradients.forEach((slot, gradient) -> {
                Tensor direction = Trial.uniform(gradient.shape(), -1, 1, random);
                double pushed = Derivatives.dot(cotangent, trial.pushed(slot, direction));
                double pulled = Derivatives.dot(gradient, direction);
                assertThat(pushed).as(slot).isCloseTo(pulled, within(1e-10 * Math.max(1, Math.abs(pulled))));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void floatFollowsDouble(Case c) {
        try (Trial exact = Trial.of(c.type(), c.example(), SEED, Precision.DOUBLE);
                Trial rounded = Trial.of(c.type(), c.example(), SEED, Precision.FLOAT)) {
            Tensor cotangent = exact.cotangent(SEED + 4);
            assertClose(exact.forward(), rounded.forward());
            Map<String, Tensor> gradients = rounded.backward(cotangent);
            exact.backward(cotangent).forEach((slot, gradient) -> assertClose(gradient, gradients.get(slot)));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aSecondPassGivesTheSameBits(Case c) {
        try (Trial trial = Trial.of(c.type(), c.example(), SEED, Precision.DOUBLE)) {
            Tensor cotangent = trial.cotangent(SEED + 5);
            Map<String, Tensor> first = trial.backward(cotangent);
            assertThat(trial.backward(cotangent)).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void helpIsComplete(NodeType type) {
        Help help = type.help();
        for (String text :
                new String[] {help.summary(), help.history(), help.use(), help.limits(), help.example(), help.source()
                }) {
            assertThat(text).isNotBlank().endsWith(".");
        }
        assertThat(help.example()).containsPattern("\\d");
        assertThat(help.synonyms()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(type.label()).isNotBlank().isNotEqualTo(type.id());
        assertThat(type.formula()).isNotBlank();
        assertThat(type.latex()).isNotBlank();
        assertThat(type.pytorch()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("computingTypes")
    void everyInputIsTried(NodeType type) {
        assertThat(type.examples()).isNotEmpty();
        for (InPort port : type.inputs()) {
            assertThat(type.examples()).as(port.name()).anyMatch(e -> e.shapes().containsKey(port.slot(0)));
        }
    }

    @ParameterizedTest
    @MethodSource("computingTypes")
    void aDerivativeRuleNamesTheGradientItGives(NodeType type) {
        for (InPort port : type.inputs()) {
            Vjp vjp = type.vjp(port).orElse(null);
            if (vjp != null && !vjp.blocked()) {
                String bar = Formula.bar(port.name());
                assertThat(vjp.formula().toLowerCase(Locale.ROOT)).startsWith(bar.toLowerCase(Locale.ROOT) + " = ");
                assertThat(vjp.tangentFormula().toLowerCase(Locale.ROOT)).startsWith("ẏ = ");
                assertThat(vjp.tangentFormula().toLowerCase(Locale.ROOT))
                        .contains(Formula.dot(port.name()).toLowerCase(Locale.ROOT));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyWordToFillInIsAPortOrASetting(NodeType type) {
        java.util.regex.Matcher words =
                java.util.regex.Pattern.compile("\\{(\\w+)}").matcher(type.pytorch());
        while (words.find()) {
            String word = words.group(1);
            boolean port = type.inputs().stream().anyMatch(p -> p.name().equals(word));
            assertThat(port || type.param(word).isPresent()).as(word).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void initialSettingsCanBeReadBack(NodeType type) throws Exception {
        for (Param<?> param : type.params()) {
            assertReadsBack(param);
        }
    }

    @Test
    void theCatalogueHasEveryTypeOfTheCourseInItsOrder() {
        List<String> expected = List.of(
                        "input param constant target dataset",
                        "add sub mul div add_n neg scale shift pow square sqrt reciprocal exp log abs sin cos maximum"
                                + " minimum clamp identity sign detach",
                        "dot matmul linear neuron outer transpose norm2 cosine",
                        "sigmoid tanh relu leaky_relu prelu elu gelu gelu_tanh silu swish softplus softmax log_softmax"
                                + " swiglu step",
                        "sum mean var reduce_max reduce_min prod logsumexp argmax",
                        "reshape flatten concat stack slice select reverse broadcast pad2d upsample",
                        "mse mae huber bce bce_logits cross_entropy cross_entropy_soft nll kl hinge multi_hinge"
                                + " gaussian_kl",
                        "l2_penalty l1_penalty dropout batch_norm layer_norm rms_norm",
                        "conv2d conv1d conv_transpose2d max_pool2d avg_pool2d max_pool1d global_avg_pool",
                        "embedding one_hot rnn_cell lstm_cell gru_cell rnn lstm gru",
                        "attention additive_attention multi_head positional_encoding",
                        "reparameterize switch",
                        "dense mlp conv_block depthwise_separable residual pre_norm_block unroll encoder decoder ffn"
                                + " self_attention transformer_block autoencoder classifier_head")
                .stream()
                .flatMap(section -> Stream.of(section.split(" ", -1)))
                .toList();
        assertThat(types().map(NodeType::id).limit(expected.size())).containsExactlyElementsOf(expected);
    }

    private static <T> void assertReadsBack(Param<T> param) throws Exception {
        assertThat(param.read(param.write(param.initial()))).as(param.name()).isEqualTo(param.initial());
    }

    private static void assertClose(Tensor expected, Tensor actual) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        for (int i = 0; i < expected.size(); i++) {
            double size = Math.max(1, Math.abs(expected.at(i)));
            assertThat(actual.at(i)).as("element %d", i).isCloseTo(expected.at(i), within(1e-4 * size));
        }
    }
}
