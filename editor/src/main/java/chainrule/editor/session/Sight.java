package chainrule.editor.session;

import chainrule.block.Outline;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Step;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.tensor.Tensor;
import chainrule.trace.GradientView;
import chainrule.trace.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one moment of a pass says about the graph that is shown: its nodes and edges may be opened in the plan, inside of
 * opened nodes, or stand for inputs and outputs of one.
 */
public final class Sight {
    private final Shown shown;
    private final Trace trace;
    private final GradientView view;
    private final Map<Source, Optional<Tensor>> gradients = new HashMap<>();
    private final Map<Slot, Optional<Tensor>> contributions = new HashMap<>();
    private @Nullable Map<Slot, Integer> arrivals;
    /** Whether the pass was of a graph with the very edges that are shown. */
    private final boolean sameEdges;

    public Sight(Shown shown, Trace trace, GradientView view) {
        this.shown = shown;
        this.trace = trace;
        this.view = view;
        this.sameEdges = shown.interior() == null
                && trace.plan().outline().outer().sameEdges(shown.document().graph());
    }

    /** The same moment with nothing hidden from the learner; itself where nothing is. */
    public Sight whole() {
        Trace pass = trace.whole();
        return pass == trace ? this : new Sight(shown, pass, pass.view(view.done()));
    }

    /** Whether the pass was of a graph that has this node. */
    public boolean knows(NodeId node) {
        Interior.Entrance entrance = entrance(node);
        Source exit = exit(node);
        NodeId there = entrance != null ? entrance.slot().node() : exit != null ? exit.node() : node;
        return plan().graph().has(there) || outline().isOpened(there);
    }

    /** Whether the edge into a slot was there when the pass was made. */
    public boolean knows(Slot slot) {
        if (sameEdges) {
            return true;
        }
        if (shown.interior() != null) {
            return knows(slot.node());
        }
        return outline().outer().into(slot).equals(shown.document().graph().into(slot));
    }

    public Optional<Tensor> value(Source source) {
        Interior.Entrance entrance = entrance(source.node());
        Source exit = exit(source.node());
        Source asked = entrance != null ? entrance.from() : exit != null ? exit : source;
        return asked == null ? Optional.empty() : view.value(asked);
    }

    public Optional<Tensor> gradient(Source source) {
        return gradients.computeIfAbsent(source, this::found);
    }

    /** What has flowed back along the edge into a slot. */
    public Optional<Tensor> contribution(Slot slot) {
        return contributions.computeIfAbsent(slot, s -> {
            Source exit = exit(s.node());
            return !knows(s) ? Optional.empty() : exit != null ? view.gradient(exit) : view.contribution(s);
        });
    }

    /** Whether a gradient reaches an output in this pass, by its end. */
    public boolean hasGradient(Source source) {
        Interior.Entrance entrance = entrance(source.node());
        Source exit = exit(source.node());
        if (entrance != null) {
            return pulled(entrance.slot());
        }
        Source asked = exit != null ? exit : source;
        if (!outline().isOpened(asked.node())) {
            return plan().hasGradient(asked);
        }
        NodeId flat = outline().resolved(asked).node();
        return plan().root().filter(flat::equals).isPresent()
                || outline().fedBy(asked).stream().anyMatch(plan().pulled()::contains);
    }

    /** Whether a gradient flows back along the edge into a slot in this pass. */
    public boolean pulled(Slot slot) {
        Source exit = exit(slot.node());
        return exit != null ? hasGradient(exit) : resolved(slot).stream().anyMatch(plan().pulled()::contains);
    }

    /** The slots that are shown whose contributions an output's gradient is the sum of, in their order of arrival. */
    public List<Slot> contributors(Source source) {
        Graph graph = shown.document().graph();
        List<Slot> slots = new ArrayList<>();
        if (!graph.has(source.node()) || !knows(source.node())) {
            return slots;
        }
        for (Edge edge : graph.outOf(source.node())) {
            if (edge.from().equals(source) && pulled(edge.to())) {
                slots.add(edge.to());
            }
        }
        slots.sort(Comparator.comparingInt(this::arrival));
        return slots;
    }

    /** Whether a step is about the edge into a slot. */
    public boolean about(Step step, Slot slot) {
        Slot moved = step instanceof Step.Pull pull ? pull.slot() : step instanceof Step.Push push ? push.slot() : null;
        return moved != null && (moved.equals(slot) || resolved(slot).contains(moved));
    }

    /** The node that is shown which a node is or is inside of; empty where it is elsewhere. */
    public Optional<NodeId> visible(NodeId node) {
        return shown.scope().visible(node);
    }

    /** The node that is shown which the root of the pass is or is inside of. */
    public Optional<NodeId> root() {
        return plan().root().flatMap(this::visible);
    }

    private Optional<Tensor> found(Source source) {
        Interior.Entrance entrance = entrance(source.node());
        Source exit = exit(source.node());
        if (entrance != null) {
            return view.contribution(entrance.slot());
        }
        Source asked = exit != null ? exit : source;
        return knows(asked.node()) ? view.gradient(asked) : Optional.empty();
    }

    /** The slots of the plan that a slot stands for. */
    private List<Slot> resolved(Slot slot) {
        Source exit = exit(slot.node());
        if (exit == null) {
            return outline().resolved(slot);
        }
        return outline().isOpened(exit.node()) ? outline().fedBy(exit) : List.of();
    }

    private int arrival(Slot slot) {
        Map<Slot, Integer> known = arrivals;
        if (known == null) {
            known = new HashMap<>();
            for (Slot pulled : plan().pulled()) {
                known.put(pulled, known.size());
            }
            arrivals = known;
        }
        Map<Slot, Integer> order = known;
        return resolved(slot).stream()
                .mapToInt(s -> order.getOrDefault(s, -1))
                .max()
                .orElse(-1);
    }

    private Interior.@Nullable Entrance entrance(NodeId node) {
        Interior interior = shown.interior();
        return interior == null ? null : interior.entrances().get(node);
    }

    private @Nullable Source exit(NodeId node) {
        Interior interior = shown.interior();
        return interior == null ? null : interior.exits().get(node);
    }

    private Outline outline() {
        return plan().outline();
    }

    private ExecutionPlan plan() {
        return trace.plan();
    }
}
