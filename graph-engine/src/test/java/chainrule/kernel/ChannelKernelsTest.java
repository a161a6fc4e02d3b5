package chainrule.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Normalisation by channel, for channels short and long, against loops that follow the definition. */
class ChannelKernelsTest {
    private static final List<Planes> LAYOUTS = List.of(
            new Planes(4, 3, 1),
            new Planes(1, 2, 5),
            new Planes(3, 40, 30),
            new Planes(3, 2, 256),
            new Planes(2, 3, 2500),
            new Planes(2, 1500, 1));

    @Test
    void everyLayoutFollowsTheDefinition() {
        for (Precision precision : Precision.values()) {
            for (Planes planes : LAYOUTS) {
                try (Words k = new Words(precision)) {
                    check(k, planes, precision == Precision.DOUBLE ? 1e-11 : 2e-3);
                }
            }
        }
    }

    private static void check(Words k, Planes p, double tolerance) {
        int channels = p.channels();
        Shape each = Shape.of(channels);
        Buffer x = k.random(Shape.of(p.batch() * channels * p.size()), 1);
        Buffer grad = k.random(x.shape(), 2);
        Buffer centre = k.random(each, 3);
        Buffer factor = k.random(each, 4);
        Buffer gamma = k.random(each, 5);
        Buffer a = k.random(each, 6);
        Buffer b = k.random(each, 7);
        Normalising of = new Normalising(p, x, centre, factor, gamma);
        Buffer mean = k.scratch(each);
        Buffer variance = k.scratch(each);
        Buffer sum = k.scratch(each);
        Buffer products = k.scratch(each);
        Buffer y = k.scratch(x.shape());
        Buffer plain = k.scratch(x.shape());
        Buffer change = k.scratch(x.shape());
        k.moments(p, x, mean, variance).run();
        k.normalSums(of, grad, sum, products).run();
        k.normalise(of, b, y).run();
        k.normalise(of, null, plain).run();
        k.normalChange(of, grad, a, b, change).run();
        double[][] sums = new double[4][channels];
        for (int i = 0; i < x.size(); i++) {
            int c = i / p.size() % channels;
            double n = (x.get(i) - centre.get(c)) * factor.get(c);
            sums[0][c] += x.get(i) / p.each();
            sums[1][c] += (x.get(i) - mean.get(c)) * (x.get(i) - mean.get(c)) / p.each();
            sums[2][c] += grad.get(i);
            sums[3][c] += grad.get(i) * n;
            near(y.get(i), n * gamma.get(c) + b.get(c), tolerance);
            near(plain.get(i), n * gamma.get(c), tolerance);
            double d = gamma.get(c) * factor.get(c) * (grad.get(i) - a.get(c) - n * b.get(c));
            near(change.get(i), d, tolerance);
        }
        for (int c = 0; c < channels; c++) {
            near(mean.get(c), sums[0][c], tolerance);
            near(variance.get(c), sums[1][c], tolerance);
            near(sum.get(c), sums[2][c], tolerance);
            near(products.get(c), sums[3][c], tolerance);
        }
    }

    private static void near(double found, double expected, double tolerance) {
        assertThat(found).isCloseTo(expected, within(tolerance));
    }
}
