package chainrule.editor.canvas;

import chainrule.editor.theme.Fonts;
import chainrule.tensor.Digits;
import chainrule.tensor.Tensor;
import java.awt.Font;

/** What a chip says. The arrow tells the direction without the colour. */
final class ChipText {
    static final Font FONT = Fonts.mono(11.5, false);

    /** For a number that the learner hides. */
    static final String HIDDEN = "?";

    private ChipText() {}

    /** A value on its way forward; {@code brief} where there is little room. */
    static String value(Tensor tensor, boolean brief) {
        boolean shaped = !brief && !tensor.shape().isScalar() && !listed(tensor);
        return (shaped ? tensor.shape() + " " : "") + text(tensor, brief) + " →";
    }

    /** A gradient on its way back. */
    static String gradient(Tensor tensor, boolean brief) {
        return "← " + text(tensor, brief);
    }

    static double width(String text) {
        return Lettering.width(text, FONT) + 12;
    }

    /** A number, a short vector, or how long a tensor is. */
    private static String text(Tensor tensor, boolean brief) {
        if (tensor.shape().isScalar()) {
            return Digits.significant(tensor.item(), brief ? 2 : 4);
        }
        return listed(tensor) && !brief ? Digits.summary(tensor) : "‖" + Digits.significant(tensor.norm(), 2) + "‖";
    }

    private static boolean listed(Tensor tensor) {
        return Digits.summary(tensor).startsWith("[");
    }
}
