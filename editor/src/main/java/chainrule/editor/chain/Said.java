package chainrule.editor.chain;

import chainrule.editor.action.NumberText;
import chainrule.predict.Question;
import chainrule.predict.Verdict;
import chainrule.tensor.Shape;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** How a learner answers a question: with a number, a sign, or a shape. */
enum Said {
    NUMBER("number", "is no number: say it as 0.5, 1/3 or 2e-3.") {
        @Override
        Optional<Verdict> judged(Question question, String text) {
            OptionalDouble number = NumberText.read(text);
            return number.isPresent() ? Optional.of(question.number(number.getAsDouble())) : Optional.empty();
        }
    },
    SIGN("sign", "is no sign: say + or - or 0.") {
        @Override
        Optional<Verdict> judged(Question question, String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "+", "1", "+1", "plus", "positive" -> Optional.of(question.sign(1));
                case "-", "−", "-1", "−1", "minus", "negative" -> Optional.of(question.sign(-1));
                case "0", "zero", "none" -> Optional.of(question.sign(0));
                default -> Optional.empty();
            };
        }
    },
    SHAPE("shape", "is no shape: say it as 2x3, or as number.") {
        @Override
        Optional<Verdict> judged(Question question, String text) {
            return shape(text).map(question::shape);
        }
    };

    private static final int MOST_AXES = 8;

    private final String word;
    private final String refusal;

    Said(String word, String refusal) {
        this.word = word;
        this.refusal = refusal;
    }

    /** The verdict on an answer; empty where it is none of this kind. */
    abstract Optional<Verdict> judged(Question question, String text);

    /** Why a text is no answer of this kind, as a sentence. */
    String refusal(String text) {
        return "“%s” %s".formatted(text.strip(), refusal);
    }

    /** {@code 2x3}, {@code 2×3}, {@code 2, 3}; {@code number} for a single one. */
    private static Optional<Shape> shape(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.equals("number") || plain.equals("a number") || plain.equals("scalar") || plain.equals("()")) {
            return Optional.of(Shape.scalar());
        }
        String[] dims = plain.replaceAll("[\\[\\]()]", "").strip().split("\\s*[x×*,\\s]\\s*", -1);
        boolean counts =
                dims.length <= MOST_AXES && Arrays.stream(dims).allMatch(dim -> dim.matches("[1-9][0-9]{0,6}"));
        return counts
                ? Optional.of(
                        Shape.of(Arrays.stream(dims).mapToInt(Integer::parseInt).toArray()))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return word;
    }
}
