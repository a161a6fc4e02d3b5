package chainrule.check;

import chainrule.exec.RunProblem;
import java.util.Arrays;

/** A gradient beside the slope of the loss, and what their difference means. */
final class Comparison {
    private static final double H = 1e-4;

    /** The loss as a function of one number. */
    interface Probe {
        /**
         * The loss where the number is another.
         *
         * @throws RunProblem where the numbers show a learner's mistake
         */
        double loss(double changed);

        /** Which side of every kink the values of the last loss were on. */
        double[] sides();
    }

    private Comparison() {}

    /** Compares by a central difference from ±1e-4 and ±5e-5, extrapolated. */
    static NodeCheck.Element of(Probe probe, int position, double x, double analytic) {
        double numeric;
        boolean kink = false;
        try {
            double coarse = central(probe, x, H);
            double fine = central(probe, x, H / 2);
            numeric = (4 * fine - coarse) / 3;
            kink = !(error(analytic, numeric) <= GradientCheck.AMBER) && kinkBetween(probe, x);
        } catch (RunProblem stopped) {
            numeric = Double.NaN;
        }
        double error = error(analytic, numeric);
        return new NodeCheck.Element(position, analytic, numeric, error, verdict(numeric, error, kink));
    }

    /** The central difference of one step size; NaN where a mistake stops the pass. */
    static double central(Probe probe, double x, double h) {
        return (probe.loss(x + h) - probe.loss(x - h)) / (2 * h);
    }

    static double error(double analytic, double numeric) {
        return Math.abs(analytic - numeric) / Math.max(1e-4, Math.max(Math.abs(analytic), Math.abs(numeric)));
    }

    private static Verdict verdict(double numeric, double error, boolean kink) {
        if (!Double.isFinite(numeric)) {
            return Verdict.NOT_COMPARED;
        } else if (error < GradientCheck.GREEN) {
            return Verdict.GREEN;
        } else if (error <= GradientCheck.AMBER) {
            return Verdict.AMBER;
        }
        return kink ? Verdict.KINK_NEARBY : Verdict.RED;
    }

    private static boolean kinkBetween(Probe probe, double x) {
        probe.loss(x - H);
        double[] below = probe.sides();
        probe.loss(x + H);
        return !Arrays.equals(below, probe.sides());
    }
}
