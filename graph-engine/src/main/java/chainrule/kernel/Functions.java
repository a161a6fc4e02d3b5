package chainrule.kernel;

/** The functions of one number that networks spend their time on, each with the fastest loop there is for it. */
public enum Functions implements Unary {
    /** x itself. */
    SAME {
        @Override
        public double at(double x) {
            return x;
        }

        @Override
        public void each(double[] x, double[] y, int n) {
            System.arraycopy(x, 0, y, 0, n);
        }

        @Override
        public void each(float[] x, float[] y, int n, Blocks blocks) {
            System.arraycopy(x, 0, y, 0, n);
        }
    },
    NEGATED {
        @Override
        public double at(double x) {
            return -x;
        }

        @Override
        public void each(double[] x, double[] y, int n) {
            for (int i = 0; i < n; i++) {
                y[i] = -x[i];
            }
        }

        @Override
        public void each(float[] x, float[] y, int n, Blocks blocks) {
            for (int i = 0; i < n; i++) {
                y[i] = -x[i];
            }
        }
    },
    SQUARED {
        @Override
        public double at(double x) {
            return x * x;
        }

        @Override
        public void each(double[] x, double[] y, int n) {
            for (int i = 0; i < n; i++) {
                y[i] = x[i] * x[i];
            }
        }

        @Override
        public void each(float[] x, float[] y, int n, Blocks blocks) {
            for (int i = 0; i < n; i++) {
                y[i] = x[i] * x[i];
            }
        }
    },
    /** x where it is positive, else 0; NaN stays. */
    RELU {
        @Override
        public double at(double x) {
            return Math.max(0, x);
        }

        @Override
        public void each(double[] x, double[] y, int n) {
            for (int i = 0; i < n; i++) {
                y[i] = Math.max(0, x[i]);
            }
        }

        @Override
        public void each(float[] x, float[] y, int n, Blocks blocks) {
            for (int i = 0; i < n; i++) {
                y[i] = Math.max(0, x[i]);
            }
        }
    },
    LOGISTIC {
        @Override
        public double at(double x) {
            return Logistic.at(x);
        }

        @Override
        public void each(float[] x, float[] y, int n, Blocks blocks) {
            Floats.logistic(x, y, n, blocks);
        }
    },
    EXP {
        @Override
        public double at(double x) {
            return Math.exp(x);
        }

        @Override
        public void each(float[] x, float[] y, int n, Blocks blocks) {
            Floats.exp(x, y, n, blocks);
        }
    },
    TANH {
        @Override
        public double at(double x) {
            return Math.tanh(x);
        }

        @Override
        public void each(double[] x, double[] y, int n) {
            for (int i = 0; i < n; i++) {
                y[i] = Doubles.tanh(x[i]);
            }
        }

        @Override
        public void each(float[] x, float[] y, int n, Blocks blocks) {
            Floats.tanh(x, y, n);
        }
    },
    SIN {
        @Override
        public double at(double x) {
            return Math.sin(x);
        }
    },
    COS {
        @Override
        public double at(double x) {
            return Math.cos(x);
        }
    };

    @Override
    public Term on(Term x) {
        return switch (this) {
            case SAME -> x;
            case NEGATED -> x.negated();
            case SQUARED -> x.squared();
            case RELU -> x.below(0).choose(0, x);
            case LOGISTIC -> x.logistic();
            case EXP -> x.exp();
            case TANH -> x.tanh();
            case SIN -> x.sin();
            case COS -> x.cos();
        };
    }
}
