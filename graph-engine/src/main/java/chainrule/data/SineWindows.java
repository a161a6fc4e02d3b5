package chainrule.data;

import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.Random;

/**
 * Windows of a sine wave, each with the sample that comes next. Window i starts at phase i · step, or at a random phase
 * from 0 to 2π, one draw a window.
 *
 * @param length samples in a window
 * @param step radians between samples
 */
public record SineWindows(int n, int length, double step, boolean randomPhase, long seed) implements Recipe {
    @Override
    public Shape x() {
        return Shape.of(n, length, 1);
    }

    @Override
    public Shape y() {
        return Shape.of(n, 1);
    }

    @Override
    public DataSet make() {
        Random random = new Random(seed);
        double[] x = new double[n * length];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double phase = randomPhase ? 2 * Math.PI * random.nextDouble() : i * step;
            for (int k = 0; k < length; k++) {
                x[i * length + k] = Math.sin(phase + step * k);
            }
            y[i] = Math.sin(phase + step * length);
        }
        return new DataSet(Tensor.of(x(), x), Tensor.of(y(), y));
    }
}
