package chainrule.op.loss;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.Settings;
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
    void aFormulaSaysWhatTheSettingsDo(String reduction, boolean half, long n, String forward, String backward) {
        NodeType type = Mse.TYPE;
        Settings settings =
                Settings.none().with("reduction", new Literal.Text(reduction)).with("half", new Literal.Flag(half));
        String vjp = type.vjp(type.inputs().get(0)).orElseThrow().formula();
        assertThat(type.worded(type.formula(), settings, n)).isEqualTo(forward);
        assertThat(type.worded(vjp, settings, n)).isEqualTo(backward);
    }
}
