package chainrule.editor.chain;

import chainrule.editor.action.NumberText;
import chainrule.language.Phrases;
import chainrule.predict.Question;
import chainrule.predict.Verdict;
import chainrule.tensor.Shape;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** How a learner answers a question: with a number, a sign, or a shape. */
enum Said {
    NUMBER {
        @Override
        Optional<Verdict> judged(Question question, String text) {
            OptionalDouble number = NumberText.read(text);
            return number.isPresent() ? Optional.of(question.number(number.getAsDouble())) : Optional.empty();
        }
    },
    SIGN {
        @Override
        Optional<Verdict> judged(Question question, String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "+", "1", "+1", "plus", "positive", "positiv" -> Optional.of(question.sign(1));
                case "-", "−", "-1", "−1", "minus", "negative", "negativ" -> Optional.of(question.sign(-1));
                case "0", "zero", "none", "null", "keins" -> Optional.of(question.sign(0));
                default -> Optional.empty();
            };
        }
    },
    SHAPE {
        @Override
        Optional<Verdict> judged(Question question, String text) {
            return shape(text).map(question::shape);
        }
    };

    private static final Phrases WORDS = Phrases.of(Said.class);
    private static final int MOST_AXES = 8;
    private static final Set<String> SCALAR =
            Set.of("number", "a number", "zahl", "eine zahl", "scalar", "skalar", "()");

    /** The verdict on an answer; empty where it is none of this kind. */
    abstract Optional<Verdict> judged(Question question, String text);

    /** Why a text is no answer of this kind, as a sentence. */
    String refusal(String text) {
        return WORDS.text("said.no." + name(), text.strip());
    }

    /** {@code 2x3}, {@code 2×3}, {@code 2, 3}; {@code number} for a single one. */
    private static Optional<Shape> shape(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (SCALAR.contains(plain)) {
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
        return WORDS.text("said." + name());
    }
}
