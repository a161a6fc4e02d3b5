package chainrule.exec;

import chainrule.kernel.Scalar;
import chainrule.kernel.ScalarTape;
import java.util.ArrayList;
import java.util.List;

/** Joins stages that follow each other into one where a single kernel can do their work. */
final class Fusion {
    private Fusion() {}

    /** The same work in the same order, in fewer kernels: stages of single numbers become one tape. */
    static List<Stage> fused(List<Stage> stages) {
        List<Stage> result = new ArrayList<>();
        List<Stage> scalars = new ArrayList<>();
        for (Stage stage : stages) {
            if (scalar(stage)) {
                scalars.add(stage);
            } else {
                close(scalars, result);
                result.add(stage);
            }
        }
        close(scalars, result);
        return result;
    }

    private static boolean scalar(Stage stage) {
        return stage.kernel().parts().stream().allMatch(Scalar.class::isInstance);
    }

    private static void close(List<Stage> scalars, List<Stage> result) {
        List<Scalar> operations = scalars.stream()
                .flatMap(stage -> stage.kernel().parts().stream())
                .map(Scalar.class::cast)
                .toList();
        if (operations.size() > 1) {
            List<Step> steps =
                    scalars.stream().flatMap(stage -> stage.steps().stream()).toList();
            result.add(new Stage(steps, new ScalarTape(operations)));
        } else {
            result.addAll(scalars);
        }
        scalars.clear();
    }
}
