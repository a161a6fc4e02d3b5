package chainrule.app;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.presets.Preset;
import chainrule.presets.PresetCatalog;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code chainrule step} prints of an edge: upstream times local is the gradient, in full and as it is written. */
class StepFactorsTest {
    private static final double TOLERANCE = 1e-9;
    /** Each written number is rounded to so many significant digits. */
    private static final double ROUNDED = 2e-5;

    /** More slopes than these on a side are not printed. */
    private static final int MOST = 64;

    private static final String NUMBER = "\\(?(−?[0-9.]+(?:e[−+]?[0-9]+)?)\\)?";
    private static final Pattern WRITTEN = Pattern.compile(NUMBER + " · " + NUMBER + " = " + NUMBER);

    static Stream<String> presets() {
        return new PresetCatalog(StandardCatalog.create()).all().stream().map(Preset::id);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void theFactorsOfEachLineMultiplyToTheGradientOfItsEdge(String preset) {
        for (JsonNode step : steps(preset)) {
            if (step.get("kind").textValue().equals("pull")) {
                if (step.has("upstream") && step.has("local")) {
                    assertThat(multiplies(step.get("upstream"), step.get("local"), step.get("result")))
                            .as("%s: %s", preset, step.get("slot"))
                            .isTrue();
                } else if (step.has("upstream")) {
                    assertThat(Math.max(flat(step.get("upstream")).length, flat(step.get("result")).length))
                            .as("%s: %s has no slopes, which is for many elements only", preset, step.get("slot"))
                            .isGreaterThan(MOST);
                }
                Matcher written = WRITTEN.matcher(step.get("numbers").textValue());
                if (written.matches()) {
                    double product = number(written.group(1)) * number(written.group(2));
                    double scale = Math.max(Math.abs(product), 1e-12);
                    assertThat(Math.abs(product - number(written.group(3))) / scale)
                            .as("%s: %s", preset, step.get("numbers"))
                            .isLessThan(ROUNDED);
                }
            }
        }
    }

    @Test
    void everyEdgeOfMazursNetworkIsALine() {
        List<JsonNode> pulls = new ArrayList<>();
        steps("b3-mazur").forEach(step -> {
            if (step.get("kind").textValue().equals("pull")) {
                pulls.add(step);
            }
        });
        assertThat(pulls).hasSize(42).allMatch(step -> step.has("upstream") && step.has("local"));
        assertThat(pulls).allMatch(step -> WRITTEN.matcher(step.get("numbers").textValue())
                .matches());
        JsonNode line = pulls.get(0);
        assertThat(multiplies(line.get("upstream"), line.get("local"), line.get("result")))
                .isTrue();
        JsonNode other = pulls.stream()
                .filter(step -> Math.abs(step.get("local").doubleValue()) != 1)
                .findFirst()
                .orElseThrow();
        assertThat(multiplies(other.get("upstream"), other.get("upstream"), other.get("result")))
                .as("a wrong factor is seen")
                .isFalse();
    }

    private static JsonNode steps(String preset) {
        Call call = Call.of("step", "--json", "preset:" + preset);
        assertThat(call.exitCode()).isZero();
        return call.json().get("steps");
    }

    /** Whether a row of upstream numbers times a table of slopes gives the gradient. */
    private static boolean multiplies(JsonNode upstream, JsonNode local, JsonNode result) {
        double[] up = flat(upstream);
        double[] slopes = flat(local);
        double[] gradient = flat(result);
        if (slopes.length != up.length * gradient.length) {
            return false;
        }
        double scale = Arrays.stream(gradient).map(Math::abs).max().orElse(0) + 1e-12;
        for (int column = 0; column < gradient.length; column++) {
            double sum = 0;
            for (int row = 0; row < up.length; row++) {
                sum += up[row] * slopes[row * gradient.length + column];
            }
            boolean same = Double.compare(sum, gradient[column]) == 0
                    || Double.isNaN(gradient[column])
                    || Math.abs(sum - gradient[column]) <= TOLERANCE * Math.max(1, scale);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static double[] flat(JsonNode nested) {
        if (!nested.isArray()) {
            return new double[] {nested.isNumber() ? nested.doubleValue() : number(nested.textValue())};
        }
        List<double[]> parts = new ArrayList<>();
        nested.forEach(part -> parts.add(flat(part)));
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace('−', '-').replace("∞", "Infinity"));
    }
}
