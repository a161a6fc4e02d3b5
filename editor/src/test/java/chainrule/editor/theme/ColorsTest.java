package chainrule.editor.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text and wires stand out from what they lie on, and the two colours of the passes from each other, for every eye. */
class ColorsTest {
    private static final double TEXT = 4.5;
    private static final double LINES = 3;
    private static final double APART = 60;
    private static final double MARKS_APART = 50;

    /** What the three colour blindnesses make of linear red, green and blue: Machado, Oliveira and Fernandes, 2009. */
    private static final Map<String, double[][]> EYES = Map.of(
            "protanopia",
            new double[][] {
                {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
            },
            "deuteranopia",
            new double[][] {
                {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
            },
            "tritanopia",
            new double[][] {
                {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
            });

    static List<Colors> all() {
        return List.of(Colors.light(), Colors.dark(), Colors.print());
    }

    @ParameterizedTest
    @MethodSource("all")
    void textIsReadableOnEveryGround(Colors c) {
        for (Color ground : List.of(c.canvas(), c.panel(), c.card())) {
            for (Color text : List.of(c.text(), c.quiet(), c.value(), c.gradient(), c.problem(), c.cursor())) {
                assertThat(contrast(text, ground)).as("%s on %s", text, ground).isGreaterThanOrEqualTo(TEXT);
            }
        }
        assertThat(contrast(c.value(), c.valueGround())).isGreaterThanOrEqualTo(TEXT);
        assertThat(contrast(c.gradient(), c.gradientGround())).isGreaterThanOrEqualTo(TEXT);
        assertThat(contrast(c.text(), c.now())).isGreaterThanOrEqualTo(TEXT);
        assertThat(contrast(c.checked(), c.panel())).isGreaterThanOrEqualTo(LINES);
    }

    @ParameterizedTest
    @MethodSource("all")
    void forwardAndBackwardDifferForEveryEye(Colors c) {
        EYES.forEach((eye, matrix) -> assertThat(apart(seen(c.value(), matrix), seen(c.gradient(), matrix)))
                .as(eye)
                .isGreaterThan(APART));
    }

    @ParameterizedTest
    @MethodSource("all")
    void tintsCarryTextAndDifferForEveryEye(Colors c) {
        for (Tint one : Tint.values()) {
            assertThat(contrast(c.text(), one.ground(c))).as(one.word()).isGreaterThanOrEqualTo(TEXT);
            assertThat(Tint.of(one.word())).contains(one);
            for (Tint two : Tint.values()) {
                EYES.forEach((eye, matrix) -> {
                    if (one != two) {
                        assertThat(apart(seen(one.ink(), matrix), seen(two.ink(), matrix)))
                                .as("%s and %s with %s", one, two, eye)
                                .isGreaterThan(MARKS_APART);
                    }
                });
            }
        }
    }

    private static double contrast(Color first, Color second) {
        double lighter = Math.max(luminance(first), luminance(second));
        double darker = Math.min(luminance(first), luminance(second));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Color seen(Color color, double[][] eye) {
        double[] from = {linear(color.getRed()), linear(color.getGreen()), linear(color.getBlue())};
        int[] to = new int[3];
        for (int i = 0; i < 3; i++) {
            double sum = eye[i][0] * from[0] + eye[i][1] * from[1] + eye[i][2] * from[2];
            double bounded = Math.max(0, Math.min(1, sum));
            double share = bounded <= 0.0031308 ? bounded * 12.92 : 1.055 * Math.pow(bounded, 1 / 2.4) - 0.055;
            to[i] = (int) Math.round(share * 255);
        }
        return new Color(to[0], to[1], to[2]);
    }

    private static double apart(Color first, Color second) {
        double red = first.getRed() - second.getRed();
        double green = first.getGreen() - second.getGreen();
        double blue = first.getBlue() - second.getBlue();
        return Math.sqrt(red * red + green * green + blue * blue);
    }
}
