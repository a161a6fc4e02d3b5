package chainrule.catalog;

import chainrule.tensor.Tensor;
import java.util.Map;

/** How far the derivative rules of a trial are from what its forward rule does. */
final class Derivatives {
    private static final double STEP = 1e-4;
    private static final double FLOOR = 1e-4;

    private Derivatives() {}

    /**
     * The worst relative error of a gradient against central differences, extrapolated from h and h/2 (Richardson),
     * under a random cotangent.
     */
    static double worstError(Trial trial, long seed) {
        Tensor cotangent = trial.cotangent(seed);
        Map<String, Tensor> gradients = trial.backward(cotangent);
        double worst = 0;
        for (String slot : trial.pulled()) {
            Tensor gradient = gradients.get(slot);
            for (int i = 0; i < gradient.size(); i++) {
                double numeric =
                        (4 * central(trial, slot, i, STEP / 2, cotangent) - central(trial, slot, i, STEP, cotangent))
                                / 3;
                double size = Math.max(FLOOR, Math.max(Math.abs(gradient.at(i)), Math.abs(numeric)));
                double error = Math.abs(gradient.at(i) - numeric) / size;
                worst = error <= worst ? worst : error;
            }
        }
        return worst;
    }

    static double dot(Tensor a, Tensor b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += a.at(i) * b.at(i);
        }
        return sum;
    }

    private static double central(Trial trial, String slot, int i, double h, Tensor cotangent) {
        Tensor at = trial.inputs().get(slot);
        Tensor up = trial.forward(slot, at.with(i, at.at(i) + h));
        Tensor down = trial.forward(slot, at.with(i, at.at(i) - h));
        return (dot(cotangent, up) - dot(cotangent, down)) / (2 * h);
    }
}
