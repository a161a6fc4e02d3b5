package chainrule.trace;

import chainrule.exec.ExecutionPlan;
import chainrule.exec.LocalDerivative;
import chainrule.exec.Remembered;
import chainrule.exec.Step;
import chainrule.exec.Workspace;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable recording of what each step of a pass wrote. Going back is looking at fewer steps, never un-computing.
 * A run that a {@link #problem()} stopped has recorded the steps before it.
 */
public final class Trace {
    private static final Phrases WORDS = Phrases.of(Trace.class);

    /**
     * The first node whose value or gradient is NaN or infinite.
     *
     * @param step its index, from 0, at which it became so
     * @param gradient whether it is the gradient
     * @param nan whether a number is NaN; else it is infinite
     */
    public record NonFinite(NodeId node, int step, boolean gradient, boolean nan) {
        /** What is the matter: {@code is the first to be infinite}. */
        public String words() {
            return nan ? WORDS.text("trace.firstNanNotNumber") : WORDS.text("trace.firstInfinite");
        }

        /** The same about the node: {@code The gradient of x is the first to be infinite}. */
        public String sentence() {
            return (gradient ? WORDS.text("trace.gradient", node) : node) + " " + words();
        }

        /** A sentence to say at the node itself or at a block around it, with the step counted from 1; empty elsewhere. */
        public Optional<String> saidAt(NodeId place) {
            String subject;
            if (node.equals(place)) {
                subject = gradient ? WORDS.text("trace.itsGradient") : WORDS.text("trace.this");
            } else if (node.within(place)) {
                subject = gradient
                        ? WORDS.text("trace.gradientInside", node.from(place))
                        : WORDS.text("trace.inside", node.from(place));
            } else {
                return Optional.empty();
            }
            return Optional.of(WORDS.text("trace.atStep", subject, words(), step + 1));
        }
    }

    /**
     * A step that came after the pass.
     *
     * @param result what it wrote
     * @param told the step in symbols and numbers
     * @param writes what it changed
     */
    public record Sequel(Tensor result, Explanation told, Writes writes) {
        /** What a step after the pass changes of a parameter. */
        public enum Writes {
            GRADIENT,
            VALUE
        }

        public Step step() {
            return told.step();
        }
    }

    private final ExecutionPlan plan;
    private final List<Step> steps;
    private final List<Tensor> results;
    private final List<Sequel> sequels;
    private final Map<Source, Tensor> furtherOutputs;
    private final Map<Slot, Tensor> locals;
    private final Map<NodeId, Map<String, Tensor>> states;
    private final @Nullable Problem problem;
    private final @Nullable NonFinite nonFinite;
    private final long nanos;
    private final @Nullable Trace whole;
    private final Set<Integer> keptBack;
    private final Set<NodeId> valuesKeptBack;

    private Trace(Recorder recorder, @Nullable Problem problem, long nanos) {
        this.plan = recorder.workspace().plan();
        this.results = List.copyOf(recorder.results());
        this.steps = plan.steps().subList(0, results.size());
        this.sequels = List.of();
        this.furtherOutputs = Collections.unmodifiableMap(recorder.furtherOutputs());
        this.locals = Collections.unmodifiableMap(recorder.locals());
        this.states = Collections.unmodifiableMap(recorder.states());
        this.problem = problem;
        this.nanos = nanos;
        this.nonFinite = firstNonFinite(0);
        this.whole = null;
        this.keptBack = Set.of();
        this.valuesKeptBack = Set.of();
    }

    private Trace(Trace pass, List<Sequel> sequels) {
        this.plan = pass.plan;
        this.steps = Stream.concat(pass.steps.stream(), sequels.stream().map(Sequel::step))
                .toList();
        this.results = Stream.concat(pass.results.stream(), sequels.stream().map(Sequel::result))
                .toList();
        this.sequels = List.copyOf(sequels);
        this.furtherOutputs = pass.furtherOutputs;
        this.locals = pass.locals;
        this.states = pass.states;
        this.problem = pass.problem;
        this.nanos = pass.nanos;
        this.nonFinite = pass.nonFinite == null ? firstNonFinite(pass.results.size()) : pass.nonFinite;
        this.whole = null;
        this.keptBack = Set.of();
        this.valuesKeptBack = Set.of();
    }

    private Trace(Trace pass, Set<Integer> keptBack) {
        this.plan = pass.plan;
        this.steps = pass.steps;
        this.results = pass.results;
        this.sequels = pass.sequels;
        this.furtherOutputs = pass.furtherOutputs;
        this.states = pass.states;
        this.problem = pass.problem;
        this.nanos = pass.nanos;
        this.whole = pass;
        this.keptBack = Set.copyOf(keptBack);
        this.valuesKeptBack = keptBack.stream()
                .map(steps::get)
                .filter(Step.Forward.class::isInstance)
                .map(Step::node)
                .collect(Collectors.toUnmodifiableSet());
        this.locals = pass.locals.entrySet().stream()
                .filter(local -> !keepsSlopeBack(local.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        NonFinite first = pass.nonFinite;
        this.nonFinite = first == null || keptBack.contains(first.step()) ? null : first;
    }

    /** Runs a pass in a workspace and records it. */
    public static Trace record(Workspace workspace) {
        return record(workspace, () -> false);
    }

    /**
     * The same for a run that can be cancelled.
     *
     * @param cancelled asked before each step
     * @throws java.util.concurrent.CancellationException where it was; what the workspace holds is of no use then
     */
    public static Trace record(Workspace workspace, BooleanSupplier cancelled) {
        return record(new Recorder(workspace, null), cancelled);
    }

    /**
     * Runs a pass in a workspace that has gone over to other numbers of its sources, and records it; only the steps that
     * they touch are run, and the bits are those of a whole pass.
     *
     * @param before the last recording of this workspace, which nothing has run in since
     * @param cancelled asked before each step
     * @throws java.util.concurrent.CancellationException where it was
     */
    public static Trace recordAfter(Workspace workspace, Trace before, BooleanSupplier cancelled) {
        return record(new Recorder(workspace, before.problem == null ? before : null), cancelled);
    }

    private static Trace record(Recorder recorder, BooleanSupplier cancelled) {
        long start = System.nanoTime();
        Problem problem = recorder.run(cancelled);
        long nanos = System.nanoTime() - start;
        if (problem == null) {
            recorder.derive(cancelled);
        }
        return new Trace(recorder, problem, nanos);
    }

    public ExecutionPlan plan() {
        return plan;
    }

    /** Runs a pass in a workspace and records it without local derivatives, which take most of the time. */
    public static Trace recordResults(Workspace workspace) {
        Recorder recorder = new Recorder(workspace, null);
        long start = System.nanoTime();
        Problem problem = recorder.run(() -> false);
        return new Trace(recorder, problem, System.nanoTime() - start);
    }

    /** The pass with steps that came after it. */
    public Trace followedBy(List<Sequel> further) {
        return further.isEmpty() ? this : new Trace(this, further);
    }

    /**
     * The same recording, of which nobody is told what some steps wrote: to every look at it they are not done.
     *
     * @param steps their indices
     */
    public Trace keepingBack(Set<Integer> steps) {
        return steps.isEmpty() ? whole() : new Trace(whole(), steps);
    }

    /** The recording with nothing kept back. */
    public Trace whole() {
        return whole == null ? this : whole;
    }

    /** Indices of the steps that are kept back. */
    public Set<Integer> keptBack() {
        return keptBack;
    }

    /** Whether the slope of a slot is kept back, since it is worked out from a value that is. */
    public boolean keepsSlopeBack(Slot slot) {
        return !valuesKeptBack.isEmpty()
                && (valuesKeptBack.contains(slot.node())
                        || plan.graph().into(slot.node()).stream()
                                .anyMatch(edge ->
                                        valuesKeptBack.contains(edge.from().node())));
    }

    /** The steps that were recorded, those after the pass included. */
    public List<Step> steps() {
        return steps;
    }

    /** How many of the steps are of the pass itself. */
    public int passSteps() {
        return steps.size() - sequels.size();
    }

    /** The step at an index, where it came after the pass. */
    public Optional<Sequel> sequel(int step) {
        return step < passSteps() ? Optional.empty() : Optional.of(sequels.get(step - passSteps()));
    }

    /** What a step wrote, also where it is kept back. */
    public Tensor result(int step) {
        return results.get(step);
    }

    /** The local derivative of a slot, as {@link LocalDerivative} gives it; empty where it is too large. */
    public Optional<Tensor> local(Slot slot) {
        return Optional.ofNullable(locals.get(slot));
    }

    /** What a node remembered during the pass, by name: a mask, running statistics; empty for most. */
    public Map<String, Tensor> state(NodeId node) {
        return states.getOrDefault(node, Map.of());
    }

    /** The mistake that stopped the run. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    public Optional<NonFinite> nonFinite() {
        return Optional.ofNullable(nonFinite);
    }

    /** How long the pass took, recording included. */
    public long nanos() {
        return nanos;
    }

    /**
     * A workspace with the numbers that the sources had in this pass, and with what its nodes remembered, before it runs.
     *
     * @param same a plan of the same nodes, of whatever precision and root
     */
    public Workspace again(ExecutionPlan same) {
        Workspace workspace = new Workspace(same);
        GradientView view = view(Math.min(plan.steps().size(), results.size()));
        for (NodeId id : same.order()) {
            NodeType type = same.graph().type(id);
            if (type.values().isPresent()) {
                for (OutPort port : type.outputs()) {
                    Source source = new Source(id, port.name());
                    view.value(source)
                            .ifPresent(value -> workspace.overwritten(source).load(value));
                }
            }
        }
        workspace.restore(new Remembered(states, Map.of()));
        return workspace;
    }

    /** What is known when so many steps are done. */
    public GradientView view(int done) {
        return new GradientView(this, done);
    }

    /** What is known when all steps are done. */
    public GradientView end() {
        return view(results.size());
    }

    /** Values of outputs other than a node's first. */
    Map<Source, Tensor> furtherOutputs() {
        return furtherOutputs;
    }

    private @Nullable NonFinite firstNonFinite(int from) {
        for (int i = from; i < results.size(); i++) {
            Step step = steps.get(i);
            boolean forward = step instanceof Step.Forward;
            if (results.get(i).isFinite() && (!forward || furtherOutputs.isEmpty())) {
                continue;
            }
            List<Tensor> written = new ArrayList<>(List.of(results.get(i)));
            if (forward) {
                written.addAll(further(step.node()));
            }
            written.removeIf(Tensor::isFinite);
            if (!written.isEmpty()) {
                NodeId node = step instanceof Step.Pull pull
                        ? plan.feeding(pull.slot()).node()
                        : step.node();
                boolean nan = Arrays.stream(written.get(0).toArray()).anyMatch(Double::isNaN);
                return new NonFinite(node, i, !writesValue(i), nan);
            }
        }
        return null;
    }

    private boolean writesValue(int step) {
        return sequel(step).map(s -> s.writes == Sequel.Writes.VALUE).orElse(steps.get(step) instanceof Step.Forward);
    }

    private List<Tensor> further(NodeId id) {
        return plan.graph().type(id).outputs().stream()
                .map(port -> furtherOutputs.get(new Source(id, port.name())))
                .filter(Objects::nonNull)
                .toList();
    }
}
