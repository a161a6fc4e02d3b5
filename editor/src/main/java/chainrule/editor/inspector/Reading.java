package chainrule.editor.inspector;

import chainrule.editor.session.Sight;
import chainrule.editor.session.Workbench;
import chainrule.exec.Step;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import chainrule.tensor.Tensor;
import chainrule.trace.Explainer;
import chainrule.trace.Explanation;
import chainrule.trace.Trace;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known at the learner's place in the pass, and a word for what is not. */
final class Reading {
    private static final Phrases WORDS = Phrases.of(Reading.class);
    private static final int DIGITS = 4;

    /** A number or tensor, or why there is none. */
    record Known(@Nullable Tensor tensor, String absent) {
        static Known of(Tensor tensor) {
            return new Known(tensor, "");
        }

        static Known absent(String key) {
            return new Known(null, WORDS.text(key));
        }

        Optional<Tensor> optional() {
            return Optional.ofNullable(tensor);
        }
    }

    static final String NOT_COMPUTED = "reading.notComputed";
    static final String NOT_YET = "reading.notYet";
    static final String HIDDEN = "reading.hidden";
    static final String NO_GRADIENT = "reading.noGradient";

    private final @Nullable Sight view;
    private final @Nullable Trace trace;
    private final int done;
    private final boolean stale;

    private Reading(@Nullable Sight view, @Nullable Trace trace, int done, boolean stale) {
        this.view = view;
        this.done = done;
        this.trace = trace;
        this.stale = stale;
    }

    static Reading of(Workbench workbench) {
        var cursor = workbench.stepper().cursor();
        return new Reading(
                cursor.map(c -> new Sight(workbench.showing().shown(), c.trace(), c.view()))
                        .orElse(null),
                cursor.map(c -> c.trace()).orElse(null),
                cursor.map(c -> c.done()).orElse(0),
                workbench.stepper().evaluation().stale());
    }

    /** Whether what is known belongs to an earlier document. */
    boolean stale() {
        return stale;
    }

    Known value(Source source) {
        if (view == null || lacks(source.node())) {
            return Known.absent(NOT_COMPUTED);
        }
        return known(view.value(source), view.whole().value(source));
    }

    Known gradient(Source source) {
        if (view == null || lacks(source.node())) {
            return Known.absent(NOT_COMPUTED);
        }
        if (!view.hasGradient(source)) {
            return Known.absent(NO_GRADIENT);
        }
        return known(view.gradient(source), view.whole().gradient(source));
    }

    Known contribution(Slot slot) {
        if (view == null || lacks(slot.node())) {
            return Known.absent(NOT_COMPUTED);
        }
        if (!view.pulled(slot)) {
            return Known.absent(NO_GRADIENT);
        }
        return known(view.contribution(slot), view.whole().contribution(slot));
    }

    /** A number, or that it is hidden, or that it is still to come. */
    private static Known known(Optional<Tensor> told, Optional<Tensor> there) {
        return told.map(Known::of).orElseGet(() -> Known.absent(there.isPresent() ? HIDDEN : NOT_YET));
    }

    /** The edges whose contributions make up the gradient of an output. */
    List<Slot> contributors(Source source) {
        return view == null ? List.of() : view.contributors(source);
    }

    /** The forward step of a node in words and numbers, once it is done. */
    Optional<Explanation> forward(NodeId node) {
        return explained(new Step.Forward(node));
    }

    /** The pull along the edge into a slot in words and numbers, once it is done. */
    Optional<Explanation> pull(Slot slot) {
        return explained(new Step.Pull(slot));
    }

    /** What the gradient of the slot's node was when it was pulled along the edge. */
    Optional<Tensor> upstream(Slot slot) {
        boolean one = trace != null && trace.steps().contains(new Step.Pull(slot));
        return trace == null || !one || contribution(slot).tensor() == null
                ? Optional.empty()
                : new Explainer(trace, DIGITS).upstream(slot);
    }

    Optional<Tensor> local(Slot slot) {
        return trace == null ? Optional.empty() : trace.local(slot);
    }

    private Optional<Explanation> explained(Step step) {
        if (trace == null) {
            return Optional.empty();
        }
        int index = trace.steps().indexOf(step);
        return index < 0 || index >= done
                ? Optional.empty()
                : Optional.of(new ShortNames(step.node()).in(new Explainer(trace, DIGITS).at(index)));
    }

    private boolean lacks(NodeId node) {
        return view == null || !view.knows(node);
    }
}
