package chainrule.app;

import chainrule.tensor.Digits;
import chainrule.tensor.Tensor;
import java.util.stream.DoubleStream;

/** Numbers for people: six significant digits, and for large tensors what lies between the extremes. */
final class Figures {
    static final int DIGITS = 6;

    private static final int MOST_ELEMENTS = 8;

    private Figures() {}

    static String text(double value) {
        return Digits.significant(value, DIGITS);
    }

    static String text(Tensor tensor) {
        if (tensor.size() > MOST_ELEMENTS) {
            return range(tensor);
        }
        StringBuilder out = new StringBuilder();
        append(out, tensor, 0, 0);
        return out.toString();
    }

    private static String range(Tensor tensor) {
        double[] elements = tensor.toArray();
        if (DoubleStream.of(elements).anyMatch(Double::isNaN)) {
            return "NaN among " + tensor.size();
        }
        double least = DoubleStream.of(elements).min().orElseThrow();
        double most = DoubleStream.of(elements).max().orElseThrow();
        return least == most ? "all " + text(least) : text(least) + " … " + text(most);
    }

    private static int append(StringBuilder out, Tensor tensor, int axis, int from) {
        if (axis == tensor.shape().rank()) {
            out.append(text(tensor.at(from)));
            return from + 1;
        }
        int at = from;
        out.append('[');
        for (int i = 0; i < tensor.shape().dim(axis); i++) {
            out.append(i == 0 ? "" : ", ");
            at = append(out, tensor, axis + 1, at);
        }
        out.append(']');
        return at;
    }
}
