package chainrule.editor.inspector;

import chainrule.block.BlockDefinition.Exposed;
import chainrule.editor.document.command.ChangeSettings;
import chainrule.editor.document.command.ShowOutside;
import chainrule.editor.session.Shown;
import chainrule.editor.session.Workbench;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.io.OwnBlock;
import chainrule.language.Phrases;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.ShapeProblem;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.swing.JButton;
import org.jspecify.annotations.Nullable;

/** The settings of a node, each with its editor; of many, those at their initial values are folded away. */
final class SettingsSection extends Section {
    private static final Phrases WORDS = Phrases.of(SettingsSection.class);
    private static final long serialVersionUID = 1;
    private static final int MOST_SHOWN = 3;
    private static final int MOST_DRAWN = 10_000;

    private final transient Workbench workbench;
    private final transient NodeId node;
    private final transient List<SettingRow> rows = new ArrayList<>();
    private final JButton more = small("", WORDS.text("settings.initial"));
    private boolean unfolded;

    SettingsSection(Workbench workbench, NodeId node) {
        super(WORDS.text("settings.title"));
        this.workbench = workbench;
        this.node = node;
        setName("inspector.settings");
        Node now = workbench.showing().document().node(node);
        for (Param<?> param : now.type().params()) {
            SettingRow row = new SettingRow(
                    param,
                    (literal, gesture) -> workbench.perform(new ChangeSettings(node, param.name(), literal), gesture));
            row.setFixed(workbench.showing().refusal().isPresent());
            rows.add(row);
            add(row);
        }
        more.setName("inspector.more");
        more.addActionListener(event -> {
            unfolded = !unfolded;
            refresh();
        });
        add(more);
        setVisible(!rows.isEmpty());
    }

    @Override
    void refresh() {
        workbench.showing().document().graph().find(node).ifPresent(now -> {
            int folded = 0;
            for (SettingRow row : rows) {
                offerOutside(row);
                Literal given = now.settings().literals().get(row.param().name());
                row.show(given, given == null ? drawn(now, row.param()) : null);
                boolean first = rows.size() <= MOST_SHOWN || row == rows.get(0);
                row.setVisible(unfolded || first || given != null || row.wrong());
                folded += row.isVisible() ? 0 : 1;
            }
            more.setText(unfolded ? "▾  " + WORDS.text("settings.fewer") : "▸  " + WORDS.text("settings.more", folded));
            more.setVisible(rows.size() > MOST_SHOWN && (unfolded || folded > 0));
        });
    }

    /** Inside a block of the learner's own, a setting can be one of the block's. */
    private void offerOutside(SettingRow row) {
        Shown.Edited edited = workbench.showing().shown().edited();
        if (edited == null) {
            return;
        }
        OwnBlock block = Objects.requireNonNull(
                workbench.history().document().file().blocks().get(edited.block()));
        Exposed setting = new Exposed(NodeId.of(node.last()), row.param().name());
        Optional<String> called = block.settings().entrySet().stream()
                .filter(entry -> entry.getValue().equals(setting))
                .map(Map.Entry::getKey)
                .findFirst();
        row.offerOutside(called.orElse(null), wanted -> {
            String name = called.orElseGet(() -> ShowOutside.name(block, setting));
            workbench.history().perform(new ShowOutside(edited.block(), name, setting, wanted, workbench.catalog()));
        });
    }

    /** The numbers that a source gives out where none are written down: those that its initialiser draws. */
    private static @Nullable Literal drawn(Node node, Param<?> param) {
        NodeType type = node.type();
        boolean only = type.outputs().size() == 1
                && type.params().stream()
                                .filter(p -> p.kind() == Param.Kind.TENSOR)
                                .count()
                        == 1;
        if (param.kind() != Param.Kind.TENSOR || !only || type.values().isEmpty()) {
            return null;
        }
        try {
            Tensor value =
                    type.values().get().of(node.settings()).get(type.outputs().get(0));
            return value == null || value.size() > MOST_DRAWN ? null : new Literal.Numbers(value);
        } catch (ShapeProblem | IllegalStateException problem) {
            return null;
        }
    }
}
