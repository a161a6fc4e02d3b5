package chainrule.editor.inspector;

import chainrule.editor.action.Edits;
import chainrule.op.Literal;
import chainrule.op.Param;
import javax.swing.JComponent;
import javax.swing.JTextField;
import org.jspecify.annotations.Nullable;

/** A setting that is a node, as text: {@code dense(units=4, activation=relu)}. */
final class NodeSetting implements SettingField {
    private final JTextField field = new JTextField(12);
    private final Listener listener;
    private @Nullable Object gesture;
    private boolean showing;

    NodeSetting(Param<?> param, Listener listener) {
        this.listener = listener;
        SettingField.name(field, param);
        field.setFont(Section.formulaFont());
        field.putClientProperty("JTextField.placeholderText", "dense(units=4)");
        Edits.onEntering(field, () -> gesture = new Object());
        Edits.onTyping(field, this::typed);
        field.addActionListener(event -> gesture = new Object());
    }

    @Override
    public JComponent component() {
        return field;
    }

    @Override
    public void show(Literal literal) {
        if (!same(literal)) {
            showing = true;
            field.setText(NodeText.write(literal));
            showing = false;
        }
    }

    /** Whether what stands in the field says the same in other words. */
    private boolean same(Literal literal) {
        try {
            return NodeText.read(field.getText()).equals(literal);
        } catch (NodeText.Mistake unfinished) {
            return false;
        }
    }

    private void typed() {
        if (showing) {
            return;
        }
        try {
            listener.changed(NodeText.read(field.getText()), gesture);
        } catch (NodeText.Mistake mistake) {
            listener.refused(mistake.predicate());
        }
    }
}
