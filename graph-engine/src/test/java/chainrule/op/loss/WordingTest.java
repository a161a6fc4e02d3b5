package chainrule.op.loss;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mean | false | 4 | y = 1/n · Σ (prediction − target)² | p̄rediction = ȳ · 2/n · (prediction − target)",
                "mean | true | 4 | y = 1/2 · 1/n · Σ (prediction − target)² | p̄rediction = ȳ · 1/n · (prediction − target)",
                "sum | false | 4 | y = Σ (prediction − target)² | p̄rediction = ȳ · 2 · (prediction − target)",
                "sum | true | 4 | y = 1/2 · Σ (prediction − target)² | p̄rediction = ȳ · (prediction − target)",
                "none | false | 4 | y = (prediction − target)² | p̄rediction = ȳ · 2 · (prediction − target)",
                "mean | true | 1 | y = 1/2 · (prediction − target)² | p̄rediction = ȳ · (prediction − target)",
            })
    void aFormulaSaysWhatTheSettingsDo(String reduction, boolean half, int n, String forward, String backward) {
        NodeType type = Mse.TYPE;
        Settings settings =
                Settings.none().with("reduction", new Literal.Text(reduction)).with("half", new Literal.Flag(half));
        String vjp = type.vjp(type.inputs().get(0)).orElseThrow().formula();
        assertThat(type.worded(type.formula(), settings, Shape.of(n))).isEqualTo(forward);
        assertThat(type.worded(vjp, settings, Shape.of(n))).isEqualTo(backward);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mean | 0 | -100 | 5×3 | y = −1/5 · Σ one_hot(class) · log_softmax(logits) | l̄ogits = ȳ · (softmax(logits) − one_hot(class)) / 5",
                "mean | 0.1 | -100 | 2×3×4 | y = −1/6 · Σ smoothed(class) · log_softmax(logits) | l̄ogits = ȳ · (softmax(logits) − smoothed(class)) / 6",
                "mean | 0 | 0 | 5×3 | y = −1/counted rows · Σ one_hot(class) · log_softmax(logits) | l̄ogits = ȳ · (softmax(logits) − one_hot(class)) / counted rows",
                "mean | 0 | -100 | 3 | y = −Σ one_hot(class) · log_softmax(logits) | l̄ogits = ȳ · (softmax(logits) − one_hot(class))",
                "sum | 0 | -100 | 5×3 | y = −Σ one_hot(class) · log_softmax(logits) | l̄ogits = ȳ · (softmax(logits) − one_hot(class))",
            })
    void crossEntropyNamesItsRowsAndItsTarget(
            String reduction, double smoothing, int ignored, String shape, String forward, String backward) {
        Settings settings = Settings.none()
                .with("reduction", new Literal.Text(reduction))
                .with("label_smoothing", new Literal.Number(smoothing))
                .with("ignore_index", new Literal.Number(ignored));
        Shape logits = Shape.of(
                Stream.of(shape.split("×", -1)).mapToInt(Integer::parseInt).toArray());
        NodeType type = CrossEntropy.TYPE;
        String vjp = type.vjp(type.inputs().get(0)).orElseThrow().formula();
        assertThat(type.worded(type.formula(), settings, logits)).isEqualTo(forward);
        assertThat(type.worded(vjp, settings, logits)).isEqualTo(backward);
    }

    @Test
    void lossesOverClassesNameTheNumberOfRows() {
        Shape scores = Shape.of(4, 3);
        assertThat(Nll.TYPE.worded(Nll.TYPE.formula(), Settings.none(), scores))
                .isEqualTo("y = −1/4 · Σ logprobs at class");
        assertThat(Kl.TYPE.worded(Kl.TYPE.formula(), Settings.none(), scores))
                .isEqualTo("y = 1/4 · Σ p · (ln(p) − logq)");
        for (NodeType type : List.of(Nll.TYPE, Kl.TYPE, MultiHinge.TYPE, CrossEntropySoft.TYPE, CrossEntropy.TYPE)) {
            type.inputs().stream().flatMap(port -> type.vjp(port).stream()).forEach(vjp -> {
                assertThat(type.worded(vjp.formula(), Settings.none(), scores)).doesNotContain("N");
                assertThat(type.worded(vjp.tangentFormula(), Settings.none(), scores))
                        .doesNotContain("N");
            });
        }
    }
}
