package chainrule.editor.inspector;

import chainrule.editor.document.command.ChangeSettings;
import chainrule.editor.session.Workbench;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.op.Literal;
import chainrule.op.Param;
import java.util.ArrayList;
import java.util.List;

/** The settings of a node, each with its editor. */
final class SettingsSection extends Section {
    private static final long serialVersionUID = 1;

    private final transient Workbench workbench;
    private final transient NodeId node;
    private final transient List<SettingRow> rows = new ArrayList<>();

    SettingsSection(Workbench workbench, NodeId node) {
        super("Settings");
        this.workbench = workbench;
        this.node = node;
        setName("inspector.settings");
        Node now = workbench.history().document().node(node);
        for (Param<?> param : now.type().params()) {
            SettingRow row = new SettingRow(param, (literal, gesture) -> workbench
                    .history()
                    .perform(new ChangeSettings(node, param.name(), literal), gesture));
            rows.add(row);
            add(row);
        }
        setVisible(!rows.isEmpty());
    }

    @Override
    void refresh() {
        workbench.history().document().graph().find(node).ifPresent(now -> {
            for (SettingRow row : rows) {
                Literal given = now.settings().literals().get(row.param().name());
                row.show(given);
            }
        });
    }
}
