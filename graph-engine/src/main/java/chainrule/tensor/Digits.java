package chainrule.tensor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** How numbers are written for people. Files have their own rules. */
public final class Digits {
    private static final String MINUS = "−";

    private Digits() {}

    /** A number with at most so many significant digits: {@code 0.2984}, {@code −12}, {@code 4.386e−4}, {@code ∞}. */
    public static String significant(double value, int digits) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        String sign = value < 0 ? MINUS : "";
        double magnitude = Math.abs(value);
        if (Double.isInfinite(magnitude)) {
            return sign + "∞";
        }
        if (magnitude == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(magnitude)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < Math.max(digits, 6)) {
            return sign + rounded.toPlainString();
        }
        String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return sign + mantissa + "e" + (exponent < 0 ? MINUS + -exponent : Integer.toString(exponent));
    }

    /** The four significant digits that cards and chips show. */
    public static String brief(double value) {
        return significant(value, 4);
    }

    /** Every digit that a double has. */
    public static String full(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%s", value).replace("-", MINUS) : brief(value);
    }

    /** A number as a factor in a formula: negative numbers in brackets. */
    public static String factor(double value, int digits) {
        String text = significant(value, digits);
        return value < 0 ? "(" + text + ")" : text;
    }

    /** A tensor in a few words: a number, a short list, or its shape. */
    public static String summary(Tensor tensor) {
        if (tensor.shape().isScalar()) {
            return brief(tensor.item());
        }
        if (tensor.shape().rank() == 1 && tensor.size() <= 4) {
            StringBuilder text = new StringBuilder("[");
            for (int i = 0; i < tensor.size(); i++) {
                text.append(i == 0 ? "" : ", ").append(significant(tensor.at(i), 3));
            }
            return text.append("]").toString();
        }
        return tensor.shape().toString();
    }
}
