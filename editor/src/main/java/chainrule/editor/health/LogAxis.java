package chainrule.editor.health;

import chainrule.health.Bounds;
import java.util.List;

/** A logarithmic axis that begins and ends at whole powers of ten, beyond the bounds. */
record LogAxis(int low, int high) {
    /** The axis for some numbers; those that have no logarithm do not count. */
    static LogAxis of(List<Double> numbers, Bounds bounds) {
        double low = Math.log10(bounds.vanishing());
        double high = Math.log10(bounds.exploding());
        for (double number : numbers) {
            if (number > 0 && Double.isFinite(number)) {
                low = Math.min(low, Math.log10(number));
                high = Math.max(high, Math.log10(number));
            }
        }
        return new LogAxis((int) Math.floor(low - 1), (int) Math.ceil(high + 1));
    }

    /** Where a number is, from 0 at the low end to 1; a number without a logarithm is at an end. */
    double share(double number) {
        if (Double.isNaN(number) || number == Double.POSITIVE_INFINITY) {
            return 1;
        }
        return number <= 0 ? 0 : Math.max(0, Math.min(1, (Math.log10(number) - low) / (high - low)));
    }
}
