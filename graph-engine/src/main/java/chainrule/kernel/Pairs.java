package chainrule.kernel;

/**
 * The functions of two numbers that networks spend their time on, with a loop of its own for each, which HotSpot
 * vectorises.
 */
public enum Pairs implements Binary {
    PLUS {
        @Override
        public double at(double a, double b) {
            return a + b;
        }

        @Override
        public void each(double[] a, double[] b, double[] y, int n) {
            for (int i = 0; i < n; i++) {
                y[i] = a[i] + b[i];
            }
        }

        @Override
        public void each(float[] a, float[] b, float[] y, int n, Blocks blocks) {
            for (int i = 0; i < n; i++) {
                y[i] = a[i] + b[i];
            }
        }
    },
    MINUS {
        @Override
        public double at(double a, double b) {
            return a - b;
        }

        @Override
        public void each(double[] a, double[] b, double[] y, int n) {
            for (int i = 0; i < n; i++) {
                y[i] = a[i] - b[i];
            }
        }

        @Override
        public void each(float[] a, float[] b, float[] y, int n, Blocks blocks) {
            for (int i = 0; i < n; i++) {
                y[i] = a[i] - b[i];
            }
        }
    },
    TIMES {
        @Override
        public double at(double a, double b) {
            return a * b;
        }

        @Override
        public void each(double[] a, double[] b, double[] y, int n) {
            for (int i = 0; i < n; i++) {
                y[i] = a[i] * b[i];
            }
        }

        @Override
        public void each(float[] a, float[] b, float[] y, int n, Blocks blocks) {
            for (int i = 0; i < n; i++) {
                y[i] = a[i] * b[i];
            }
        }
    },
    OVER {
        @Override
        public double at(double a, double b) {
            return a / b;
        }

        @Override
        public void each(double[] a, double[] b, double[] y, int n) {
            for (int i = 0; i < n; i++) {
                y[i] = a[i] / b[i];
            }
        }

        @Override
        public void each(float[] a, float[] b, float[] y, int n, Blocks blocks) {
            for (int i = 0; i < n; i++) {
                y[i] = a[i] / b[i];
            }
        }
    },
    /** The gradient of tanh from its value and the gradient of that. */
    TANH_SLOPE {
        @Override
        public double at(double y, double grad) {
            return grad * (1 - y * y);
        }

        @Override
        public void each(double[] y, double[] grad, double[] x, int n) {
            for (int i = 0; i < n; i++) {
                x[i] = grad[i] * (1 - y[i] * y[i]);
            }
        }

        @Override
        public void each(float[] y, float[] grad, float[] x, int n, Blocks blocks) {
            for (int i = 0; i < n; i++) {
                x[i] = grad[i] * (1 - y[i] * y[i]);
            }
        }
    },
    /** The gradient of the logistic function from its value and the gradient of that. */
    LOGISTIC_SLOPE {
        @Override
        public double at(double y, double grad) {
            return grad * (y * (1 - y));
        }

        @Override
        public void each(double[] y, double[] grad, double[] x, int n) {
            for (int i = 0; i < n; i++) {
                x[i] = grad[i] * (y[i] * (1 - y[i]));
            }
        }

        @Override
        public void each(float[] y, float[] grad, float[] x, int n, Blocks blocks) {
            for (int i = 0; i < n; i++) {
                x[i] = grad[i] * (y[i] * (1 - y[i]));
            }
        }
    },
    /** The gradient of max(0, x): that of the result where x is positive, else 0. */
    RELU_SLOPE {
        @Override
        public double at(double x, double grad) {
            return x > 0 ? grad : 0;
        }

        @Override
        public void each(double[] x, double[] grad, double[] y, int n) {
            for (int i = 0; i < n; i++) {
                long bits = Double.doubleToRawLongBits(x[i]);
                long positive = (-bits & (bits - ABOVE_INFINITY)) >> 63;
                y[i] = Double.longBitsToDouble(Double.doubleToRawLongBits(grad[i]) & positive);
            }
        }

        @Override
        public void each(float[] x, float[] grad, float[] y, int n, Blocks blocks) {
            int[] bits = blocks.ints(0);
            int[] kept = blocks.ints(1);
            blocks.bits(x, bits, n);
            blocks.bits(grad, kept, n);
            keepPositive(bits, kept, n);
            blocks.floats(kept, y, n);
        }
    };

    @Override
    public Term on(Term a, Term b) {
        return switch (this) {
            case PLUS -> a.plus(b);
            case MINUS -> a.minus(b);
            case TIMES -> a.times(b);
            case OVER -> a.over(b);
            case TANH_SLOPE -> b.times(a.squared().rest());
            case LOGISTIC_SLOPE -> b.times(a.times(a.rest()));
            case RELU_SLOPE -> a.above(0).choose(b, 0);
        };
    }

    /** The bits of the first NaN: those of positive numbers lie between 0 and here, which saves a branch. */
    private static final long ABOVE_INFINITY = 0x7ff0000000000001L;

    private static final int FLOAT_ABOVE_INFINITY = 0x7f800001;

    /** Sets those of the first n bits to 0 that stand beside the bits of a float that is not positive. */
    static void keepPositive(int[] bits, int[] kept, int n) {
        for (int i = 0; i < n; i++) {
            kept[i] &= (-bits[i] & (bits[i] - FLOAT_ABOVE_INFINITY)) >> 31;
        }
    }
}
