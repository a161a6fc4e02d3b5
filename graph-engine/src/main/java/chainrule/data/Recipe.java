package chainrule.data;

import chainrule.tensor.Shape;
import java.util.Optional;

/**
 * How a data set is made. The same recipe gives the same bits: one {@link java.util.Random} per data set, drawn from in
 * the order that each recipe states.
 */
public interface Recipe {
    /** Why this recipe makes no data set, as a sentence; the other methods ask for it to be empty. */
    default Optional<String> refusal() {
        return Optional.empty();
    }

    /** The shape of x, without making the data. */
    Shape x();

    /** The shape of y, without making the data. */
    Shape y();

    DataSet make();
}
