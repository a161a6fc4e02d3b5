package chainrule.op;

import chainrule.kernel.Buffer;
import chainrule.kernel.Check;
import chainrule.kernel.Kernel;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;
import java.util.Locale;

/** Whole numbers that point at something: classes, rows of a table. */
public final class Indices {
    private static final Phrases WORDS = Phrases.of(Indices.class);

    /** The value of {@code ignored} where every number has to be an index. */
    public static final int NONE = Integer.MIN_VALUE;

    private Indices() {}

    /** Refuses, when it runs, a number at a port that is no whole number from 0 to count − 1, nor the ignored one. */
    public static Kernel check(Binding k, InPort port, int count, int ignored) {
        Buffer indices = k.in(port);
        return new Check(indices, () -> {
            for (long i = 0; i < indices.size(); i++) {
                double index = indices.get(i);
                if (index != ignored && !(index >= 0 && index < count && index == Math.rint(index))) {
                    throw new ValueProblem(port, sentence(port, index, i, count));
                }
            }
        });
    }

    private static String sentence(InPort port, double index, long position, int count) {
        boolean whole = index == Math.rint(index) && Math.abs(index) < 1e15;
        String shown = whole ? Long.toString((long) index) : Digits.significant(index, 6);
        String word = port.name().substring(0, 1).toUpperCase(Locale.ROOT)
                + port.name().substring(1);
        return (whole ? WORDS.text("indices.atPositionFrom") : WORDS.text("indices.atPositionWholeNumberFrom"))
                .formatted(word, shown, position, 0, count - 1);
    }
}
