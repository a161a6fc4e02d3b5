package chainrule.data;

import chainrule.tensor.Tensor;

/** Examples to learn from: what goes in and what should come out, one example per index of the first axis. */
public record DataSet(Tensor x, Tensor y) {
    public DataSet {
        if (x.shape().dim(0) != y.shape().dim(0)) {
            throw new IllegalArgumentException("x of " + x.shape() + " and y of " + y.shape());
        }
    }
}
