package chainrule.editor.session;

import chainrule.editor.document.History;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Step;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.language.Phrases;
import chainrule.trace.Trace;
import chainrule.trace.TraceCursor;
import chainrule.train.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What playing and going on to the next breakpoint stop at, and the conditions that stop a training. Each can be switched
 * off. Those of nodes and edges that are gone are gone, too. Used on one thread.
 */
public final class Breaks {
    private static final Phrases WORDS = Phrases.of(Breaks.class);

    /** Something to stop at. */
    public sealed interface Break {
        String words();

        /** What a training stops at. */
        Condition condition();

        /** How many steps of a pass are done where it stops the pass. */
        List<Integer> in(Trace trace);
    }

    /** The moments at which a node has its value, and its gradient. */
    public record AtNode(NodeId node) implements Break {
        @Override
        public String words() {
            return WORDS.text("break.node", node);
        }

        @Override
        public Condition condition() {
            return new Condition.AtNode(node);
        }

        @Override
        public List<Integer> in(Trace trace) {
            Stream<Integer> value =
                    condition().first(trace, Double.NaN).stream().boxed();
            int gradient = last(trace, step -> isGradient(trace.plan(), step));
            return Stream.concat(value, Stream.of(gradient).filter(done -> done > 0))
                    .toList();
        }

        private boolean isGradient(ExecutionPlan plan, Step step) {
            if (step instanceof Step.Pull pull) {
                return inside(plan.feeding(pull.slot()).node()) && !inside(pull.node());
            }
            return (step instanceof Step.Seed || step instanceof Step.Accumulate) && inside(step.node());
        }

        private boolean inside(NodeId other) {
            return other.equals(node) || other.within(node);
        }
    }

    /** The moment at which the gradient has been pulled along the edge into a slot. */
    public record AtEdge(Slot slot) implements Break {
        @Override
        public String words() {
            return WORDS.text("break.edge", slot);
        }

        @Override
        public Condition condition() {
            return new Condition.AtEdge(slot);
        }

        @Override
        public List<Integer> in(Trace trace) {
            return condition().first(trace, Double.NaN).stream().boxed().toList();
        }
    }

    /** The moment at which a condition first holds. */
    public record When(Condition condition) implements Break {
        @Override
        public String words() {
            return condition.words();
        }

        @Override
        public List<Integer> in(Trace trace) {
            if (condition.refusal(trace.plan()).isPresent()) {
                return List.of();
            }
            return condition.first(trace, Double.NaN).stream().boxed().toList();
        }
    }

    private final Map<Break, Boolean> all = new LinkedHashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();

    /** Breaks of a document, none at first. */
    public static Breaks of(History history) {
        Breaks breaks = new Breaks();
        history.onChange(() -> breaks.retain(history.document().graph()));
        return breaks;
    }

    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public List<Break> all() {
        return List.copyOf(all.keySet());
    }

    public boolean has(Break stop) {
        return all.containsKey(stop);
    }

    public boolean isOn(Break stop) {
        return all.getOrDefault(stop, false);
    }

    /** Adds a break, or takes it away where it is there. */
    public void toggle(Break stop) {
        if (all.remove(stop) == null) {
            all.put(stop, true);
        }
        tell();
    }

    public void remove(Break stop) {
        all.remove(stop);
        tell();
    }

    public void turn(Break stop, boolean on) {
        all.replace(stop, on);
        tell();
    }

    /** The conditions at which a training stops: at a node or an edge, in every pass. */
    public List<Condition> conditions() {
        return on().map(Break::condition).toList();
    }

    /** How many steps are done at the next stop after a place in a pass; empty where there is none. */
    public OptionalInt next(TraceCursor cursor) {
        return on().flatMap(stop -> stop.in(cursor.trace()).stream())
                .filter(done -> done > cursor.done())
                .mapToInt(Integer::intValue)
                .min();
    }

    /** Whether a break that is on is inside a cell or a layer, which a training otherwise runs as one. */
    public boolean looksInside(ExecutionPlan plan) {
        return conditions().stream()
                .map(Condition::place)
                .flatMap(Optional::stream)
                .flatMap(Breaks::around)
                .anyMatch(node -> plan.graph().has(node)
                        || plan.outline()
                                .opened(node)
                                .filter(opened -> !opened.type().block())
                                .isPresent());
    }

    private static Stream<NodeId> around(NodeId place) {
        return Stream.iterate(place.parent(), Optional::isPresent, around -> around.flatMap(NodeId::parent))
                .flatMap(Optional::stream);
    }

    private Stream<Break> on() {
        return all.keySet().stream().filter(this::isOn);
    }

    private void retain(Graph graph) {
        boolean gone = all.keySet()
                .removeIf(stop ->
                        place(stop).filter(node -> !graph.has(node.top())).isPresent());
        if (gone) {
            tell();
        }
    }

    private static Optional<NodeId> place(Break stop) {
        if (stop instanceof AtNode at) {
            return Optional.of(at.node());
        }
        return stop instanceof AtEdge at ? Optional.of(at.slot().node()) : Optional.empty();
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    /** How many steps are done after the last of some; 0 where there is none. */
    private static int last(Trace trace, Predicate<Step> such) {
        for (int i = trace.steps().size(); i > 0; i--) {
            if (such.test(trace.steps().get(i - 1))) {
                return i;
            }
        }
        return 0;
    }
}
