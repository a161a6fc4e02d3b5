package chainrule.health;

import chainrule.exec.ExecutionPlan;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.op.Category;
import chainrule.op.OutPort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what repeats itself in a graph: nodes of one type and shape whose names differ in a number at the end, as
 * {@code h1, h2, h3} or {@code lstm/l0/t0, lstm/l0/t1}, each of which depends on the one before.
 */
public final class Chains {
    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,6})");

    private final ExecutionPlan plan;

    /** Nodes that may be a chain. */
    private record Family(String stem, String type, String port) {}

    private Chains(ExecutionPlan plan) {
        this.plan = plan;
    }

    /** The chains of a plan: those of recurrent cells first, then of activations, then of others, each the longest first. */
    public static List<Chain> of(ExecutionPlan plan) {
        return new Chains(plan).found();
    }

    private List<Chain> found() {
        Map<Family, TreeMap<Integer, Source>> families = new LinkedHashMap<>();
        Map<Chain, Integer> ranks = new LinkedHashMap<>();
        Map<Family, Integer> kinds = new LinkedHashMap<>();
        for (Node node : plan.outline().nodes()) {
            Matcher name = NUMBERED.matcher(node.id().name());
            if (name.matches()) {
                for (OutPort port : node.type().outputs()) {
                    Family family = new Family(name.group(1), node.type().id(), port.name());
                    kinds.put(family, rank(node.type().category()));
                    families.computeIfAbsent(family, f -> new TreeMap<>())
                            .put(Integer.parseInt(name.group(2)), new Source(node.id(), port.name()));
                }
            }
        }
        families.forEach((family, numbered) -> chain(List.copyOf(numbered.values()))
                .ifPresent(chain -> ranks.put(chain, kinds.getOrDefault(family, 0))));
        List<Chain> chains = new ArrayList<>(ranks.keySet());
        chains.sort(Comparator.<Chain>comparingInt(chain -> ranks.getOrDefault(chain, 0))
                .thenComparing(chain -> -chain.states().size()));
        return List.copyOf(chains);
    }

    private static int rank(Category category) {
        return category == Category.RECURRENT ? 0 : category == Category.ACTIVATION ? 1 : 2;
    }

    /** The chain that some outputs are, in their order or in the opposite one; empty where they are none. */
    private Optional<Chain> chain(List<Source> all) {
        List<Source> numbered = all.stream()
                .filter(source -> plan.hasGradient(plan.outline().resolved(source)))
                .toList();
        List<Source> states = numbered.stream().map(plan.outline()::resolved).toList();
        boolean alike = states.stream().map(plan::shape).distinct().count() == 1;
        if (states.size() < 2 || !alike) {
            return Optional.empty();
        }
        List<Source> back = reversed(states);
        boolean forward = isLinked(states);
        return forward || isLinked(back)
                ? Optional.of(new Chain(fromStart(forward ? numbered : reversed(numbered), forward ? states : back)))
                : Optional.empty();
    }

    /** The states of a recurrent cell with what the first of them begins with, where a gradient comes back to that. */
    private List<Source> fromStart(List<Source> drawn, List<Source> states) {
        Source first = drawn.get(0);
        String port = first.port().equals("c") ? "c" : "h";
        Slot slot = new Slot(first.node(), port);
        List<Source> all = new ArrayList<>();
        if (isRecurrent(first.node()) && plan.outline().slots().contains(slot)) {
            Source start = plan.outline().feeding(slot);
            if (plan.hasGradient(start) && plan.shape(start).equals(plan.shape(states.get(0)))) {
                all.add(start);
            }
        }
        all.addAll(states);
        return all;
    }

    private boolean isRecurrent(NodeId node) {
        return plan.outline().nodes().stream()
                .anyMatch(n -> n.id().equals(node) && n.type().category() == Category.RECURRENT);
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> back = new ArrayList<>(list);
        Collections.reverse(back);
        return back;
    }

    private boolean isLinked(List<Source> states) {
        for (int i = 1; i < states.size(); i++) {
            if (!reached(plan, states.get(i - 1)).contains(states.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The outputs that an output has an effect on and to which a gradient comes back, itself included. */
    static Set<Source> reached(ExecutionPlan plan, Source from) {
        Set<Source> reached = new HashSet<>(Set.of(from));
        Set<NodeId> nodes = new HashSet<>();
        List<Source> ahead = new ArrayList<>(List.of(from));
        while (!ahead.isEmpty()) {
            Source at = ahead.remove(ahead.size() - 1);
            for (Slot slot : plan.contributions().getOrDefault(at, List.of())) {
                if (nodes.add(slot.node())) {
                    for (OutPort port : plan.graph().type(slot.node()).outputs()) {
                        Source output = new Source(slot.node(), port.name());
                        if (plan.hasGradient(output) && reached.add(output)) {
                            ahead.add(output);
                        }
                    }
                }
            }
        }
        return reached;
    }
}
