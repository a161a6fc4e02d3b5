package chainrule.editor.chain;

import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.tensor.Tensor;
import chainrule.trace.ChainLine;
import chainrule.trace.Derivatives;
import chainrule.trace.PathProduct;
import chainrule.trace.Paths;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine works out for the panel.
 *
 * @param line the factors of the edge, or null where there is none
 * @param paths from the chosen output, or null where none is chosen
 * @param products what each of the listed paths contributes
 * @param gradient of the chosen output, or null
 */
record Worked(@Nullable ChainLine line, @Nullable Paths paths, List<PathProduct> products, @Nullable Tensor gradient) {
    private static final int MOST_PATHS = 24;

    Worked {
        products = List.copyOf(products);
    }

    static Worked out(Derivatives engine, @Nullable Slot edge, @Nullable Source chosen) {
        ChainLine line = edge == null ? null : engine.line(edge);
        if (chosen == null) {
            return new Worked(line, null, List.of(), null);
        }
        Paths paths = Paths.from(engine.plan(), chosen, MOST_PATHS);
        return new Worked(line, paths, engine.products(paths), engine.gradient(chosen));
    }
}
