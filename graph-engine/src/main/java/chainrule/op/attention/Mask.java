package chainrule.op.attention;

import chainrule.kernel.Buffer;
import chainrule.language.Phrases;
import chainrule.op.Literal;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Digits;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/** Which positions a query may see: all, those up to its own, or those where rows of 0 and 1 hold a 1. */
final class Mask {
    private static final Phrases WORDS = Phrases.of(Mask.class);

    static final Param<Literal> SETTING = Param.choiceOrTensor("mask", "none", List.of("none", "causal"))
            .explained("Which positions a query sees: all, none after its own, or as rows of 0 and 1 say.");

    private Mask() {}

    /** Refuses rows of 0 and 1 that do not fit, or that leave a query nothing to see. */
    static void check(Shapes in, int queries, int keys) {
        if (!(in.get(SETTING) instanceof Literal.Numbers rows)) {
            return;
        }
        Shape wanted = Shape.of(queries, keys);
        if (!rows.value().shape().equals(wanted)) {
            throw in.refusal(WORDS.text("mask.maskQueriesKeys", rows.value().shape(), queries, keys, wanted));
        }
        for (int row = 0; row < queries; row++) {
            boolean sees = false;
            for (int key = 0; key < keys; key++) {
                double mark = rows.value().at(row * keys + key);
                if (mark != 0 && mark != 1) {
                    throw in.refusal(WORDS.text("mask.rowMaskHoldsHold1", row, Digits.significant(mark, 6)));
                }
                sees |= mark == 1;
            }
            if (!sees) {
                throw in.refusal(WORDS.text("mask.rowMaskHoldsOnly0", row));
            }
        }
    }

    /** What is added to scores so that hidden keys weigh nothing: −Infinity there, else 0; empty where all is seen. */
    static Optional<Tensor> hidden(Settings settings, int queries, int keys) {
        if (settings.get(SETTING) instanceof Literal.Text text && text.value().equals("none")) {
            return Optional.empty();
        }
        double[] added = new double[queries * keys];
        for (int i = 0; i < added.length; i++) {
            added[i] = seen(settings.get(SETTING), i / keys, i % keys, i) ? 0 : Double.NEGATIVE_INFINITY;
        }
        return Optional.of(Tensor.of(Shape.of(queries, keys), added));
    }

    private static boolean seen(Literal mask, int query, int key, int at) {
        if (mask instanceof Literal.Numbers rows) {
            return rows.value().at(at) != 0;
        }
        return mask instanceof Literal.Text text && (!text.value().equals("causal") || key <= query);
    }

    /** Writes 1 where a query may see a key and 0 elsewhere, for each matrix of a stack. */
    static void write(Settings settings, int queries, int keys, Buffer allowed) {
        Literal mask = settings.get(SETTING);
        for (long i = 0; i < allowed.size(); i++) {
            int at = (int) (i % ((long) queries * keys));
            allowed.set(i, seen(mask, at / keys, at % keys, at) ? 1 : 0);
        }
    }
}
