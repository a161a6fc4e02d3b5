package chainrule.editor.session;

import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.predict.Hiding;
import chainrule.trace.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that learners hide from themselves while they predict them: chosen nodes and edges, whose steps nobody is told
 * of until they are answered or revealed. Nothing of it is saved, and the numbers of another pass are hidden again. Used on
 * one thread.
 */
public final class Blanks {
    private final Runnable changed;
    private final List<Runnable> listeners = new ArrayList<>();
    private final Set<NodeId> nodes = new LinkedHashSet<>();
    private final Set<Slot> edges = new LinkedHashSet<>();
    private final Set<Integer> told = new TreeSet<>();
    private boolean values;
    private boolean on;
    private @Nullable Trace whole;
    private @Nullable Trace covered;

    /**
     * @param changed called when something else is hidden, before the listeners
     */
    Blanks(Runnable changed) {
        this.changed = changed;
    }

    /** Calls back when something else is marked or hidden. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Whether what is marked is hidden. */
    public boolean isOn() {
        return on;
    }

    /** What is marked. */
    public Hiding marked() {
        return new Hiding(nodes, edges, values);
    }

    /** Whether something is marked and hidden. */
    public boolean hides(NodeId node) {
        return on && nodes.contains(node);
    }

    /** Whether an edge is marked and hidden. */
    public boolean hides(Slot edge) {
        return on && edges.contains(edge);
    }

    /** Hides what is marked, all of it anew, or shows everything again; the marks stay. */
    public void turn(boolean hiding) {
        on = hiding;
        told.clear();
        tell();
    }

    /** Hides values, too, or gradients only. */
    public void values(boolean hidden) {
        if (hidden != values) {
            values = hidden;
            tell();
        }
    }

    /** Marks nodes and edges, and hides them. */
    public void hide(Collection<NodeId> ofNodes, Collection<Slot> ofEdges) {
        on = true;
        nodes.addAll(ofNodes);
        edges.addAll(ofEdges);
        tell();
    }

    /** Takes marks away, and shows what they hid. */
    public void show(Collection<NodeId> ofNodes, Collection<Slot> ofEdges) {
        nodes.removeAll(Set.copyOf(ofNodes));
        edges.removeAll(Set.copyOf(ofEdges));
        tell();
    }

    /** Shows everything again and forgets the marks: nothing is predicted any more. */
    public void end() {
        if (on || !marked().isEmpty()) {
            nodes.clear();
            edges.clear();
            turn(false);
        }
    }

    /** A step of the pass that is looked at was answered or revealed. */
    public void reveal(int step) {
        told.add(step);
        tell();
    }

    /** The first step that is hidden; the first that writes one of the chosen things, where there is one. */
    public OptionalInt next(Hiding chosen) {
        Trace hidden = covered;
        if (!on || hidden == null) {
            return OptionalInt.empty();
        }
        Set<Integer> wanted = new TreeSet<>(chosen.in(hidden));
        wanted.retainAll(hidden.keptBack());
        Set<Integer> left = new TreeSet<>(wanted.isEmpty() ? hidden.keptBack() : wanted);
        return left.stream().mapToInt(Integer::intValue).findFirst();
    }

    /** Hides what somebody else hides still: in a graph beside theirs it would be told. */
    public void follow(Blanks other) {
        Trace theirs = other.covered;
        Hiding marks = other.marked();
        Predicate<Hiding> left =
                one -> theirs != null && one.in(theirs).stream().anyMatch(theirs.keptBack()::contains);
        Set<NodeId> ofNodes = new LinkedHashSet<>(marks.nodes());
        Set<Slot> ofEdges = new LinkedHashSet<>(marks.edges());
        ofNodes.removeIf(node -> !left.test(new Hiding(Set.of(node), Set.of(), marks.values())));
        ofEdges.removeIf(edge -> !left.test(new Hiding(Set.of(), Set.of(edge), marks.values())));
        Hiding wanted = new Hiding(ofNodes, ofEdges, marks.values());
        if (on != other.on || !wanted.equals(marked())) {
            on = other.on;
            values = marks.values();
            nodes.clear();
            edges.clear();
            nodes.addAll(ofNodes);
            edges.addAll(ofEdges);
            tell();
        }
    }

    /** A pass as it is shown. */
    Trace covered(Trace trace) {
        Trace pass = trace.whole();
        if (!on) {
            return pass;
        }
        if (pass != whole) {
            whole = pass;
            covered = null;
            told.clear();
        }
        Trace known = covered;
        if (known == null) {
            Set<Integer> hidden = new TreeSet<>(marked().in(pass));
            hidden.removeAll(told);
            known = pass.keepingBack(hidden);
            covered = known;
        }
        return known;
    }

    private void tell() {
        covered = null;
        changed.run();
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
