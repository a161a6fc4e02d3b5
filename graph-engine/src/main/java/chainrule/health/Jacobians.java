package chainrule.health;

import chainrule.exec.ExecutionPlan;
import chainrule.graph.Source;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import chainrule.trace.Derivatives;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a change of the state of a {@link Chain} grows or fades on its way: the norm of the Jacobian from each state to the
 * next, and from each state to the last. The norm is the largest factor by which a change can be stretched (the largest
 * singular value), for one number its magnitude. Of a batch the first example is looked at.
 *
 * @param factors from each state but the last to the next
 * @param products from each state to the last, which is 1 at the last: all ways are in it, also those past the states between
 */
public record Jacobians(Chain chain, List<Double> factors, List<Double> products) {
    /** States of more numbers are not looked at. */
    public static final int MOST = 64;

    public Jacobians {
        factors = List.copyOf(factors);
        products = List.copyOf(products);
    }

    /** How many numbers the state of one example is. */
    public static int width(ExecutionPlan plan, Chain chain) {
        Shape shape = plan.shape(chain.first());
        int examples = shape.rank() < 2 ? 1 : Math.max(1, shape.dim(0));
        return (int) (shape.size() / examples);
    }

    /** Those of a chain of a pass; empty where the state has more than {@link #MOST} numbers. */
    public static Optional<Jacobians> of(Derivatives derivatives, Chain chain) {
        ExecutionPlan plan = derivatives.plan();
        int width = width(plan, chain);
        if (width > MOST) {
            return Optional.empty();
        }
        List<Source> states = chain.states();
        List<Double> factors = new ArrayList<>();
        for (int i = 1; i < states.size(); i++) {
            Source before = states.get(i - 1);
            factors.add(norms(derivatives, states.get(i), List.of(before), before, width)
                    .get(0));
        }
        List<Double> products = norms(derivatives, chain.last(), states, chain.first(), width);
        return Optional.of(new Jacobians(chain, factors, products));
    }

    private static List<Double> norms(
            Derivatives derivatives, Source from, List<Source> to, Source earliest, int width) {
        Set<Source> way = Chains.reached(derivatives.plan(), earliest);
        double[][][] jacobians = new double[to.size()][width][];
        Tensor none = Tensor.filled(derivatives.plan().shape(from), 0);
        for (int row = 0; row < width; row++) {
            Map<Source, Tensor> gradients = derivatives.sweep(from, none.with(row, 1), way);
            for (int i = 0; i < to.size(); i++) {
                jacobians[i][row] = new double[width];
                Tensor gradient = gradients.get(to.get(i));
                for (int column = 0; gradient != null && column < width; column++) {
                    jacobians[i][row][column] = gradient.at(column);
                }
            }
        }
        List<Double> norms = new ArrayList<>();
        for (double[][] jacobian : jacobians) {
            norms.add(Stretch.of(jacobian));
        }
        return norms;
    }
}
