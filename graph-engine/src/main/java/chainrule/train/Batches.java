package chainrule.train;

import chainrule.block.Opening;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Pass;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Problem;
import chainrule.language.Phrases;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The examples that each training step takes: from every data set of a graph that hands them out in batches. */
final class Batches {
    private static final Phrases WORDS = Phrases.of(Batches.class);

    /** Data sets with epochs of different lengths meet in ever new combinations; so many steps are looked ahead. */
    private static final int LOOKED_AHEAD = 100_000;

    private final ExecutionPlan whole;
    private final List<Shuffled> sets;

    Batches(ExecutionPlan whole) {
        this.whole = whole;
        this.sets = whole.outline().outer().nodes().stream()
                .flatMap(node -> Shuffled.of(node).stream())
                .toList();
    }

    /** Whether every step takes all examples. */
    boolean isWhole() {
        return sets.isEmpty();
    }

    /** How many steps an epoch takes, that of the largest data set where there are several. */
    int stepsAnEpoch() {
        return sets.stream().mapToInt(set -> set.epochRows().size()).max().orElse(1);
    }

    /** How many examples the batch at hand has of each data set. */
    Map<NodeId, Integer> sizes() {
        Map<NodeId, Integer> result = new LinkedHashMap<>();
        sets.forEach(set -> result.put(set.id(), set.rows()));
        return result;
    }

    void next() {
        sets.forEach(Shuffled::next);
    }

    void load(Pass pass) {
        sets.forEach(set -> set.load(pass));
    }

    List<Shuffled.Place> places() {
        return sets.stream().map(Shuffled::place).toList();
    }

    void restore(List<Shuffled.Place> places) {
        for (int i = 0; i < places.size(); i++) {
            sets.get(i).restore(places.get(i));
        }
    }

    /**
     * The plan of a step with batches of these sizes. What fits the graph as a whole fits its memory.
     *
     * @throws TrainingProblem where the graph does not take batches of these sizes
     */
    ExecutionPlan plan(Map<NodeId, Integer> sizes) throws TrainingProblem {
        if (sets.isEmpty()) {
            return whole;
        }
        Graph graph = whole.outline().outer();
        for (Shuffled set : sets) {
            graph = graph.with(set.holding(sizes.getOrDefault(set.id(), 0)));
        }
        Set<NodeId> opened = whole.outline().opened().stream().map(Node::id).collect(Collectors.toSet());
        Compilation compilation = ExecutionPlan.compile(graph, whole.precision(), Long.MAX_VALUE, Opening.of(opened));
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.plan();
        }
        Problem problem = ((Compilation.Rejected) compilation).problems().get(0);
        int least = sizes.values().stream().min(Integer::compare).orElse(0);
        String sentence = WORDS.count("batches.with", least, problem.sentence());
        throw new TrainingProblem(new Problem(problem.node(), problem.port(), sentence));
    }

    /** The sizes that occur in the first steps of a training. */
    Set<Map<NodeId, Integer>> occurring(int steps) {
        Set<Map<NodeId, Integer>> result = new LinkedHashSet<>();
        List<List<Integer>> epochs = sets.stream().map(Shuffled::epochRows).toList();
        long ahead = Math.min(steps, LOOKED_AHEAD);
        for (int step = 0; step <= Math.min(ahead, period(epochs)); step++) {
            Map<NodeId, Integer> sizes = new LinkedHashMap<>();
            for (int i = 0; i < sets.size(); i++) {
                List<Integer> rows = epochs.get(i);
                sizes.put(sets.get(i).id(), rows.get(step % rows.size()));
            }
            result.add(sizes);
        }
        return result;
    }

    private static long period(List<List<Integer>> epochs) {
        long product = 1;
        for (List<Integer> rows : epochs) {
            product = Math.min(LOOKED_AHEAD, product * rows.size());
        }
        return product;
    }
}
