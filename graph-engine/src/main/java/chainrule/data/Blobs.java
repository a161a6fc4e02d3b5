package chainrule.data;

import chainrule.language.Phrases;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.Optional;
import java.util.Random;

/**
 * Round clouds of points. Point i belongs to centre i mod k, which is its class; std · gauss is added to the first
 * coordinate, then to the second.
 *
 * @param centers one row of two coordinates a class
 */
public record Blobs(int n, Tensor centers, double std, long seed) implements Recipe {
    private static final Phrases WORDS = Phrases.of(Blobs.class);

    @Override
    public Optional<String> refusal() {
        Shape shape = centers.shape();
        return shape.rank() == 2 && shape.dim(1) == 2
                ? Optional.empty()
                : Optional.of(WORDS.text("blobs.centersListPointsEach2", shape));
    }

    @Override
    public Shape x() {
        return Shape.of(n, 2);
    }

    @Override
    public Shape y() {
        return Shape.of(n);
    }

    @Override
    public DataSet make() {
        Random random = new Random(seed);
        int classes = centers.shape().dim(0);
        double[] x = new double[2 * n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            int own = i % classes;
            x[2 * i] = centers.at(2 * own) + std * random.nextGaussian();
            x[2 * i + 1] = centers.at(2 * own + 1) + std * random.nextGaussian();
            y[i] = own;
        }
        return new DataSet(Tensor.of(x(), x), Tensor.of(y(), y));
    }
}
