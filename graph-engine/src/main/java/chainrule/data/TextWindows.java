package chainrule.data;

import chainrule.language.Phrases;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;

/**
 * Every window of a text, as indices of its characters, each with the index of the character that comes next. The
 * vocabulary is the text's different characters, sorted by code point.
 *
 * @param window characters in a window
 */
public record TextWindows(String text, int window) implements Recipe {
    private static final Phrases WORDS = Phrases.of(TextWindows.class);

    /** A sentence of our own to begin with. */
    public static final String SENTENCE =
            "the slope at the end walks back along every edge and tells each weight which way to lean.";

    @Override
    public Optional<String> refusal() {
        int length = text.codePointCount(0, text.length());
        return length > window
                ? Optional.empty()
                : Optional.of(WORDS.text("textWindows.stringCharactersWindowTextLonger", length, window));
    }

    @Override
    public Shape x() {
        return Shape.of(text.codePointCount(0, text.length()) - window, window);
    }

    @Override
    public Shape y() {
        return Shape.of(text.codePointCount(0, text.length()) - window);
    }

    /** The characters by index. */
    public int[] vocabulary() {
        return text.codePoints().sorted().distinct().toArray();
    }

    @Override
    public DataSet make() {
        int[] vocabulary = vocabulary();
        int[] tokens =
                text.codePoints().map(c -> Arrays.binarySearch(vocabulary, c)).toArray();
        int rows = tokens.length - window;
        double[] x = new double[rows * window];
        double[] y = new double[rows];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < window; k++) {
                x[i * window + k] = tokens[i + k];
            }
            y[i] = tokens[i + window];
        }
        return new DataSet(Tensor.of(x(), x), Tensor.of(y(), y));
    }
}
