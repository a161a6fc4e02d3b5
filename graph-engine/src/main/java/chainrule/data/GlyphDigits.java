package chainrule.data;

import chainrule.language.Phrases;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Digits of a pixel font of our own, 5×7 in a picture of 8×8. Picture i shows digit i mod k of the chosen ones at column
 * nextInt(4), row nextInt(2), drawn in that order; then noise · gauss is added to every pixel, row-major, and the
 * result is held within 0 and 1.
 *
 * @param digits which digits; a picture's class is the position of its digit in this list
 */
public record GlyphDigits(int n, List<Integer> digits, double noise, long seed) implements Recipe {
    private static final Phrases WORDS = Phrases.of(GlyphDigits.class);
    private static final int SIDE = 8;
    private static final int PIXELS = SIDE * SIDE;
    private static final List<String> FONT = List.of(
            "01110 10001 10011 10101 11001 10001 01110",
            "00100 01100 00100 00100 00100 00100 01110",
            "01110 10001 00001 00110 01000 10000 11111",
            "11111 00010 00100 00010 00001 10001 01110",
            "00010 00110 01010 10010 11111 00010 00010",
            "11111 10000 11110 00001 00001 10001 01110",
            "00110 01000 10000 11110 10001 10001 01110",
            "11111 00001 00010 00100 01000 01000 01000",
            "01110 10001 10001 01110 10001 10001 01110",
            "01110 10001 10001 01111 00001 00010 01100");

    public GlyphDigits {
        digits = List.copyOf(digits);
    }

    @Override
    public Optional<String> refusal() {
        return digits.stream()
                .filter(d -> d < 0 || d >= FONT.size())
                .findFirst()
                .map(d -> WORDS.text("glyphDigits.classesHoldsEveryClassDigit", d));
    }

    @Override
    public Shape x() {
        return Shape.of(n, 1, SIDE, SIDE);
    }

    @Override
    public Shape y() {
        return Shape.of(n);
    }

    @Override
    public DataSet make() {
        Random random = new Random(seed);
        double[] x = new double[n * PIXELS];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = i % digits.size();
            int column = random.nextInt(4);
            int row = random.nextInt(2);
            draw(FONT.get(digits.get(i % digits.size())), x, i * PIXELS + row * SIDE + column);
            for (int p = i * PIXELS; p < (i + 1) * PIXELS; p++) {
                x[p] = Math.min(1, Math.max(0, x[p] + noise * random.nextGaussian()));
            }
        }
        return new DataSet(Tensor.of(x(), x), Tensor.of(y(), y));
    }

    private static void draw(String glyph, double[] pixels, int corner) {
        int stride = glyph.indexOf(' ') + 1;
        for (int at = 0; at < glyph.length(); at++) {
            if (glyph.charAt(at) == '1') {
                pixels[corner + at / stride * SIDE + at % stride] = 1;
            }
        }
    }
}
