package chainrule.train;

/** How the learning rate changes from step to step; steps count from 0. */
public sealed interface Schedule {
    /** The word for its kind in files. */
    String id();

    /**
     * The learning rate of a step.
     *
     * @param rate the rate that the optimiser was given, η in the formulas
     */
    double at(int step, double rate);

    /** The rule in symbols: {@code η·γ^t}. */
    String formula();

    /** The same rate at every step. */
    record Constant() implements Schedule {
        @Override
        public String id() {
            return "constant";
        }

        @Override
        public double at(int step, double rate) {
            return rate;
        }

        @Override
        public String formula() {
            return "η";
        }
    }

    /** A rate that is multiplied by {@code gamma} each time that {@code every} steps are done. */
    record Stairs(double gamma, int every) implements Schedule {
        @Override
        public String id() {
            return "step";
        }

        @Override
        public double at(int step, double rate) {
            return rate * Math.pow(gamma, Math.floorDiv(step, every));
        }

        @Override
        public String formula() {
            return "η·γ^⌊t/k⌋";
        }
    }

    /** A rate that is multiplied by {@code gamma} at every step. */
    record Exponential(double gamma) implements Schedule {
        @Override
        public String id() {
            return "exponential";
        }

        @Override
        public double at(int step, double rate) {
            return rate * Math.pow(gamma, step);
        }

        @Override
        public String formula() {
            return "η·γ^t";
        }
    }

    /** Half a wave from the rate down to {@code min} at step {@code total}, and flat from there (Loshchilov and Hutter 2017). */
    record Cosine(double min, int total) implements Schedule {
        @Override
        public String id() {
            return "cosine";
        }

        @Override
        public double at(int step, double rate) {
            return halfWave(rate, min, Math.min(1, (double) step / total));
        }

        @Override
        public String formula() {
            return "η_min + ½·(η − η_min)·(1 + cos(π·t/T))";
        }
    }

    /** A straight rise from 0 at step 0 to the rate at step {@code warmup}, which then stays. */
    record Warmup(int warmup) implements Schedule {
        @Override
        public String id() {
            return "warmup";
        }

        @Override
        public double at(int step, double rate) {
            return step < warmup ? rate * step / warmup : rate;
        }

        @Override
        public String formula() {
            return "η·min(1, t/T_w)";
        }
    }

    /** A straight rise up to step {@code warmup}, then half a wave down to {@code min} at step {@code total}. */
    record WarmupCosine(int warmup, int total, double min) implements Schedule {
        @Override
        public String id() {
            return "warmup_cosine";
        }

        @Override
        public double at(int step, double rate) {
            return step < warmup
                    ? rate * step / warmup
                    : halfWave(rate, min, Math.min(1, (double) (step - warmup) / (total - warmup)));
        }

        @Override
        public String formula() {
            return "η·t/T_w below T_w, then η_min + ½·(η − η_min)·(1 + cos(π·(t − T_w)/(T − T_w)))";
        }
    }

    /** A rise up to step {@code warmup}, then a fall with the root of the steps (Vaswani et al. 2017). */
    record InverseSqrt(int warmup) implements Schedule {
        @Override
        public String id() {
            return "inverse_sqrt";
        }

        @Override
        public double at(int step, double rate) {
            double t = step + 1.0;
            return rate * Math.sqrt(warmup) * Math.min(1 / Math.sqrt(t), t * Math.pow(warmup, -1.5));
        }

        @Override
        public String formula() {
            return "η·√T_w·min(1/√(t + 1), (t + 1)/T_w^1.5)";
        }
    }

    private static double halfWave(double high, double low, double share) {
        return low + 0.5 * (high - low) * (1 + Math.cos(Math.PI * share));
    }
}
