package chainrule.editor.chain;

import chainrule.graph.Source;
import chainrule.tensor.Tensor;
import chainrule.trace.Derivatives;
import chainrule.trace.PathProduct;
import chainrule.trace.Paths;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine works out of the paths from an output to a root.
 *
 * @param paths that lead there; none where the gradient does not flow
 * @param products what each of the listed paths contributes
 * @param gradient of the output, or null where it has none
 * @param root where they end
 */
record Worked(Paths paths, List<PathProduct> products, @Nullable Tensor gradient, String root) {
    private static final int MOST_PATHS = 24;

    Worked {
        products = List.copyOf(products);
    }

    static Worked out(Derivatives engine, Source from) {
        Paths paths = Paths.from(engine.plan(), from, MOST_PATHS);
        String root = engine.plan().root().map(node -> node.last()).orElse("");
        return engine.plan().hasGradient(from)
                ? new Worked(paths, engine.products(paths), engine.gradient(from), root)
                : new Worked(paths, List.of(), null, root);
    }
}
