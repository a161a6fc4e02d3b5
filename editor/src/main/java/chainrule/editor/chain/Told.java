package chainrule.editor.chain;

import chainrule.exec.ExecutionPlan;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.tensor.Tensor;
import chainrule.trace.GradientView;
import chainrule.trace.Trace;
import chainrule.trace.TraceCursor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number as the panel tells it: itself, or nothing where it is still to come or the learner hides it.
 *
 * @param hidden whether it is there and hidden
 */
record Told(@Nullable Tensor tensor, boolean hidden) {
    static Told of(Tensor tensor) {
        return new Told(tensor, false);
    }

    static Told toCome() {
        return new Told(null, false);
    }

    static Told untold() {
        return new Told(null, true);
    }

    private static Told of(Optional<Tensor> told, Optional<Tensor> there) {
        return new Told(told.orElse(null), told.isEmpty() && there.isPresent());
    }

    /**
     * One moment of a pass.
     *
     * @param view what is told of it
     * @param whole what there is
     */
    record Look(Trace trace, GradientView view, GradientView whole) {
        static Look at(TraceCursor cursor) {
            Trace trace = cursor.trace();
            GradientView view = cursor.view();
            return new Look(
                    trace, view, trace.whole() == trace ? view : trace.whole().view(cursor.done()));
        }

        Told contribution(Slot slot) {
            return of(view.contribution(slot), whole.contribution(slot));
        }

        Told gradient(Source source) {
            return of(view.gradient(source), whole.gradient(source));
        }

        /** Whether anything in the pass is hidden. */
        boolean hidesAny() {
            return !trace.keptBack().isEmpty();
        }

        /** Whether the gradient of an edge or one of its factors is hidden. */
        boolean hides(Slot edge) {
            ExecutionPlan plan = trace.plan();
            return hidesAny()
                    && (contribution(edge).hidden()
                            || trace.keepsSlopeBack(edge)
                            || plan.graph().type(edge.node()).outputs().stream()
                                    .map(port -> gradient(new Source(edge.node(), port.name())))
                                    .anyMatch(Told::hidden));
        }
    }
}
