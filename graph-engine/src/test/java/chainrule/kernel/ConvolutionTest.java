package chainrule.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Convolutions of all geometries against loops that follow the definition. */
class ConvolutionTest {
    @RepeatedTest(120)
    void randomGeometries(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int groups = 1 + random.nextInt(2);
        Filter filter = new Filter(
                1 + random.nextInt(2),
                groups * (1 + random.nextInt(3)),
                groups * (1 + random.nextInt(3)),
                groups,
                window(random),
                window(random));
        check(filter, Precision.DOUBLE);
    }

    @Test
    void imagesThatTakeSeveralTiles() {
        check(new Filter(2, 8, 3, 1, new Window(90, 3, 1, 1, 1), new Window(150, 3, 1, 1, 1)), Precision.DOUBLE);
        check(new Filter(1, 8, 3, 1, new Window(90, 3, 2, 1, 1), new Window(150, 5, 2, 0, 1)), Precision.DOUBLE);
        check(new Filter(1, 8, 4, 1, new Window(90, 3, 1, 4, 2), new Window(150, 3, 1, 1, 1)), Precision.FLOAT);
    }

    private static Window window(Random random) {
        int kernel = 1 + random.nextInt(4);
        int dilation = 1 + random.nextInt(3);
        int pad = random.nextInt(4);
        int least = Math.max(1, dilation * (kernel - 1) + 1 - 2 * pad);
        return new Window(least + random.nextInt(6), kernel, 1 + random.nextInt(4), pad, dilation);
    }

    private static void check(Filter f, Precision precision) {
        try (Words k = new Words(precision)) {
            Buffer x = k.random(Shape.of(f.batch() * f.channels() * f.plane()), 1);
            Buffer w = k.random(
                    Shape.of(f.filters()
                            * f.channelsEach()
                            * f.rows().kernel()
                            * f.columns().kernel()),
                    2);
            Buffer b = k.random(Shape.of(f.filters()), 3);
            Buffer y = k.scratch(Shape.of(f.batch() * f.filters() * f.steps()));
            Buffer grad = k.random(y.shape(), 4);
            Buffer ofX = k.random(x.shape(), 5);
            Buffer ofW = k.random(w.shape(), 6);
            for (int pass = 0; pass < 2; pass++) {
                k.convolve(f, x, w, b, y).run();
                k.convolveBack(f, grad, w, ofX).run();
                k.convolveWeights(f, x, grad, ofW).run();
            }
            Naive naive = new Naive(f, x, w, grad);
            double tolerance = precision == Precision.DOUBLE ? 1e-11 : 5e-3;
            assertClose(y, naive.y(b), tolerance, f + " y");
            assertClose(ofX, naive.ofX, tolerance, f + " x");
            assertClose(ofW, naive.ofW, 10 * tolerance, f + " w");
            k.convolve(f, x, w, null, y).run();
            assertClose(y, naive.y(null), tolerance, f + " y");
        }
    }

    private static void assertClose(Buffer found, double[] expected, double tolerance, String what) {
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(found.get(i) - expected[i]) <= tolerance)) {
                assertThat(found.get(i)).as(what + " at " + i).isCloseTo(expected[i], within(tolerance));
            }
        }
    }

    /** The definition: every weight meets every element that its place reads. */
    private static final class Naive {
        private final Filter f;
        private final double[] y;
        private final double[] ofX;
        private final double[] ofW;

        Naive(Filter f, Buffer x, Buffer w, Buffer grad) {
            this.f = f;
            this.y = new double[f.batch() * f.filters() * f.steps()];
            this.ofX = new double[(int) x.size()];
            this.ofW = new double[(int) w.size()];
            for (int n = 0; n < f.batch(); n++) {
                for (int o = 0; o < f.filters(); o++) {
                    for (int step = 0; step < f.steps(); step++) {
                        at(n, o, step, x, w, grad.get((n * f.filters() + o) * f.steps() + step));
                    }
                }
            }
        }

        private void at(int n, int o, int step, Buffer x, Buffer w, double grad) {
            int area = f.rows().kernel() * f.columns().kernel();
            for (int c = 0; c < f.channelsEach(); c++) {
                int channel = o / f.filtersEach() * f.channelsEach() + c;
                for (int place = 0; place < area; place++) {
                    int row = f.rows()
                            .place(
                                    step / f.columns().steps(),
                                    place / f.columns().kernel());
                    int column = f.columns()
                            .place(
                                    step % f.columns().steps(),
                                    place % f.columns().kernel());
                    if (f.rows().inside(row) && f.columns().inside(column)) {
                        int ix = ((n * f.channels() + channel) * f.rows().size() + row)
                                        * f.columns().size()
                                + column;
                        int iw = (o * f.channelsEach() + c) * area + place;
                        y[(n * f.filters() + o) * f.steps() + step] += x.get(ix) * w.get(iw);
                        ofX[ix] += grad * w.get(iw);
                        ofW[iw] += grad * x.get(ix);
                    }
                }
            }
        }

        double[] y(@Nullable Buffer b) {
            double[] result = y.clone();
            for (int i = 0; i < result.length; i++) {
                result[i] += b == null ? 0 : b.get(i / f.steps() % f.filters());
            }
            return result;
        }
    }
}
