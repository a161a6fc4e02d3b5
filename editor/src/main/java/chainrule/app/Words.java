package chainrule.app;

import chainrule.tensor.Precision;
import org.jspecify.annotations.Nullable;

/** The values of options, read from the words of a call; each refusal names the option and says what it should be. */
final class Words {
    private static final int MOST_THREADS = 4096;

    private Words() {}

    static Precision precision(@Nullable String word, Precision otherwise) {
        if (word == null) {
            return otherwise;
        }
        return switch (word) {
            case "double" -> Precision.DOUBLE;
            case "float" -> Precision.FLOAT;
            default -> throw refusal("--precision", word, "double or float");
        };
    }

    static long whole(String option, String word, long least, long most) {
        try {
            long value = Long.parseLong(word);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notWhole) {
            throw refusal(option, word, "a whole number");
        }
        boolean open = most >= Integer.MAX_VALUE;
        throw refusal(option, word, open ? "at least " + least : "from %d to %d".formatted(least, most));
    }

    static void checkThreads(@Nullable String word) {
        if (word != null) {
            whole("--threads", word, 1, MOST_THREADS);
        }
    }

    private static Refusal refusal(String option, String word, String wanted) {
        return Refusal.unusable("Option %s is %s: it should be %s.".formatted(option, word, wanted));
    }
}
