package chainrule.editor.chain;

import chainrule.exec.ExecutionPlan;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import chainrule.op.OutPort;
import chainrule.trace.Trace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** Where paths begin and where they end: a source and a root, each chosen from those that the graph has. */
final class Ends {
    private static final Phrases WORDS = Phrases.of(Ends.class);

    private final JComboBox<Source> from = new JComboBox<>();
    private final JComboBox<NodeId> to = new JComboBox<>();
    private @Nullable ExecutionPlan plan;
    private @Nullable Source own;
    private @Nullable Source wanted;
    private boolean filling;

    /**
     * @param chosen called when the learner chooses another one
     */
    Ends(Runnable chosen) {
        from.setName("chain.paths.from");
        from.getAccessibleContext().setAccessibleName(WORDS.text("paths.begin"));
        from.addActionListener(picked -> {
            if (!filling) {
                wanted = source();
                chosen.run();
            }
        });
        to.setName("chain.paths.to");
        to.getAccessibleContext().setAccessibleName(WORDS.text("paths.end"));
        to.addActionListener(picked -> {
            if (!filling) {
                offerSources();
                chosen.run();
            }
        });
    }

    JComboBox<Source> from() {
        return from;
    }

    JComboBox<NodeId> to() {
        return to;
    }

    /** Follows another look, also while it is not shown. */
    void updateUI() {
        SwingUtilities.updateComponentTreeUI(from);
        SwingUtilities.updateComponentTreeUI(to);
    }

    /** Where the paths begin; null where there is nothing to choose. */
    @Nullable
    Source source() {
        return (Source) from.getSelectedItem();
    }

    /** Where they end, where that is not the root of the pass; else null. */
    @Nullable
    NodeId root() {
        NodeId chosen = (NodeId) to.getSelectedItem();
        return plan == null || Objects.equals(chosen, plan.root().orElse(null)) ? null : chosen;
    }

    /** Whether there is something to choose. */
    boolean isThere() {
        return to.getItemCount() > 0 && from.getItemCount() > 0;
    }

    /** Offers what a pass has, beginning with the output that is looked at; a root that was chosen stays. */
    void fill(@Nullable Trace trace, @Nullable Source looked) {
        NodeId chosen = root();
        plan = trace == null ? null : trace.plan();
        own = looked;
        wanted = looked;
        List<NodeId> roots = plan == null ? List.of() : roots(plan);
        filling = true;
        to.setModel(new DefaultComboBoxModel<>(roots.toArray(NodeId[]::new)));
        if (chosen != null && roots.contains(chosen)) {
            to.setSelectedItem(chosen);
        }
        filling = false;
        offerSources();
    }

    /** Offers what leads to the root; what was wanted is chosen again where a root between did not have it. */
    private void offerSources() {
        Set<Source> sources = plan == null ? Set.of() : sources(plan);
        filling = true;
        from.setModel(new DefaultComboBoxModel<>(sources.toArray(Source[]::new)));
        if (wanted != null && sources.contains(wanted)) {
            from.setSelectedItem(wanted);
        }
        filling = false;
    }

    /** What is looked at, and what has a gradient or leads to the chosen root. */
    private Set<Source> sources(ExecutionPlan of) {
        NodeId root = root();
        Set<NodeId> before = root == null ? Set.of() : before(of, root);
        Set<Source> sources = new LinkedHashSet<>();
        if (own != null && (root == null || before.contains(own.node()))) {
            sources.add(own);
        }
        for (NodeId id : of.order()) {
            Source source = of.first(id);
            boolean leads = root == null ? of.hasGradient(source) : before.contains(id);
            if (leads && of.graph().type(id).values().isPresent() && isDifferentiable(of, id)) {
                sources.add(source);
            }
        }
        return sources;
    }

    /** The nodes from which one leads on to another. */
    private static Set<NodeId> before(ExecutionPlan plan, NodeId end) {
        Set<NodeId> found = new HashSet<>();
        Deque<NodeId> left = new ArrayDeque<>(List.of(end));
        while (!left.isEmpty()) {
            plan.graph().into(left.remove()).stream()
                    .map(edge -> edge.from().node())
                    .filter(found::add)
                    .forEach(left::add);
        }
        return found;
    }

    /** The root of the pass, then the ends of the graph, then what is computed on the way, the last first. */
    private static List<NodeId> roots(ExecutionPlan plan) {
        Set<NodeId> roots = new LinkedHashSet<>();
        plan.root().ifPresent(roots::add);
        List<NodeId> computed = new ArrayList<>(plan.order());
        computed.removeIf(id -> plan.graph().into(id).isEmpty() || !isDifferentiable(plan, id));
        Collections.reverse(computed);
        Set<NodeId> fed = new HashSet<>();
        plan.graph().edges().forEach(edge -> fed.add(edge.from().node()));
        computed.stream().filter(id -> !fed.contains(id)).forEach(roots::add);
        roots.addAll(computed);
        return List.copyOf(roots);
    }

    private static boolean isDifferentiable(ExecutionPlan plan, NodeId id) {
        OutPort port = plan.graph().type(id).outputs().get(0);
        return port.differentiable();
    }
}
