package chainrule.exec;

import chainrule.kernel.Buffer;
import chainrule.kernel.Gemm;
import chainrule.kernel.Kernel;
import chainrule.kernel.Matrix;
import chainrule.kernel.Turning;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Weights that many small products read across, as the cells of a recurrent layer do: they are turned around once, before
 * the first of those products.
 */
final class TurnedWeights {
    private final Function<Shape, Buffer> memory;
    private final Predicate<Matrix> fixed;
    private final Map<Matrix, Long> rows = new HashMap<>();
    private final Map<Matrix, Turning> turnings = new HashMap<>();

    private TurnedWeights(Function<Shape, Buffer> memory, Predicate<Matrix> fixed) {
        this.memory = memory;
        this.fixed = fixed;
    }

    /**
     * The same stages, with weights turned around where that pays.
     *
     * @param memory where memory comes from
     * @param fixed whether a matrix stays the same from the first stage to the last
     */
    static List<Stage> of(List<Stage> stages, Function<Shape, Buffer> memory, Predicate<Matrix> fixed) {
        TurnedWeights turned = new TurnedWeights(memory, fixed);
        stages.forEach(stage -> stage.kernel().parts().forEach(turned::count));
        return stages.stream().map(turned::changed).toList();
    }

    private void count(Kernel kernel) {
        if (kernel instanceof Gemm gemm && gemm.slowedByRight() && fixed.test(gemm.right())) {
            rows.merge(gemm.right(), gemm.rows(), Long::sum);
        }
    }

    private Stage changed(Stage stage) {
        List<Kernel> parts = new ArrayList<>();
        for (Kernel kernel : stage.kernel().parts()) {
            if (kernel instanceof Gemm gemm && rows.getOrDefault(gemm.right(), 0L) >= Gemm.TURNED_FROM) {
                if (!turnings.containsKey(gemm.right())) {
                    Turning turning = Turning.of(gemm.right(), memory);
                    turnings.put(gemm.right(), turning);
                    parts.add(turning);
                }
                parts.add(gemm.withRight(turnings.get(gemm.right()).turned()));
            } else {
                parts.add(kernel);
            }
        }
        return new Stage(stage.steps(), Kernel.sequence(parts.toArray(Kernel[]::new)));
    }
}
