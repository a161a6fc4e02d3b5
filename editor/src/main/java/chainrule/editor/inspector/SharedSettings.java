package chainrule.editor.inspector;

import chainrule.editor.document.command.ChangeSettingOfAll;
import chainrule.editor.part.Paragraph;
import chainrule.editor.session.Workbench;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import chainrule.op.Literal;
import chainrule.op.Param;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The settings that all selected nodes have; an edit changes them in every one of the nodes, in one step. */
final class SharedSettings extends Section {
    private static final Phrases WORDS = Phrases.of(SharedSettings.class);
    private static final long serialVersionUID = 1;

    private final transient Workbench workbench;
    private final transient List<SettingRow> rows = new ArrayList<>();
    private transient Set<NodeId> nodes = Set.of();
    private final Paragraph differing = text("");

    SharedSettings(Workbench workbench) {
        super(WORDS.text("shared.title"));
        this.workbench = workbench;
        setName("inspector.shared");
    }

    @Override
    void refresh() {
        Graph graph = workbench.document().graph();
        Set<NodeId> now = new LinkedHashSet<>(workbench.selection().nodes());
        now.removeIf(id -> !graph.has(id));
        if (!now.equals(nodes)) {
            nodes = now;
            rebuild(graph);
        }
        show(graph);
    }

    private void rebuild(Graph graph) {
        rows.forEach(this::remove);
        rows.clear();
        remove(differing);
        List<Node> chosen = nodes.stream().map(graph::node).toList();
        if (chosen.size() > 1) {
            chosen.get(0).type().params().stream()
                    .filter(param ->
                            chosen.stream().allMatch(n -> n.type().params().contains(param)))
                    .forEach(this::addRow);
        }
        add(differing);
        setVisible(!rows.isEmpty());
    }

    private void addRow(Param<?> param) {
        SettingRow row = new SettingRow(
                param,
                (literal, gesture) -> workbench.perform(new ChangeSettingOfAll(nodes, param.name(), literal), gesture));
        rows.add(row);
        add(row);
    }

    /** Where values differ, those of the first node stand in the fields. */
    private void show(Graph graph) {
        List<String> different = new ArrayList<>();
        for (SettingRow row : rows) {
            String name = row.param().name();
            List<@Nullable Literal> given = new ArrayList<>();
            nodes.forEach(id -> given.add(graph.node(id).settings().literals().get(name)));
            row.show(given.get(0), null);
            if (!given.stream().allMatch(literal -> Objects.equals(literal, given.get(0)))) {
                different.add(name);
            }
        }
        differing.show(
                different.isEmpty()
                        ? ""
                        : WORDS.text(
                                "shared.different",
                                String.join(", ", different),
                                nodes.iterator().next()));
        differing.setVisible(!different.isEmpty());
    }
}
