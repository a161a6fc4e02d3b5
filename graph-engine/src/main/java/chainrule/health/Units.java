package chainrule.health;

import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.Arrays;
import java.util.function.DoublePredicate;

/**
 * The units of a layer in its values: along the last axis, in a batch of images along the second. All other axes are
 * examples, and places.
 */
public final class Units {
    private static final int IMAGE_RANK = 4;

    private Units() {}

    /** How many there are. */
    public static int count(Shape shape) {
        int rank = shape.rank();
        return rank == 0 ? 1 : shape.dim(rank == IMAGE_RANK ? 1 : -1);
    }

    /** How many units are such for every example. */
    public static int such(Tensor value, DoublePredicate such) {
        Shape shape = value.shape();
        int units = count(shape);
        int inner = shape.rank() == IMAGE_RANK ? shape.dim(2) * shape.dim(3) : 1;
        boolean[] all = new boolean[units];
        Arrays.fill(all, value.size() > 0);
        for (int i = 0; i < value.size(); i++) {
            int unit = i / inner % units;
            all[unit] = all[unit] && such.test(value.at(i));
        }
        int count = 0;
        for (boolean unit : all) {
            count += unit ? 1 : 0;
        }
        return count;
    }
}
