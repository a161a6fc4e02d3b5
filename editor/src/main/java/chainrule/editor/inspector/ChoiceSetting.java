package chainrule.editor.inspector;

import chainrule.op.Literal;
import chainrule.op.Param;
import javax.swing.JComboBox;
import javax.swing.JComponent;

/** One of a few words. */
final class ChoiceSetting implements SettingField {
    private final JComboBox<String> box;
    private boolean showing;

    ChoiceSetting(Param<?> param, Listener listener) {
        box = new JComboBox<>(param.choices().toArray(String[]::new));
        box.setMaximumRowCount(12);
        SettingField.name(box, param);
        box.addActionListener(event -> {
            if (!showing && box.getSelectedItem() instanceof String word) {
                listener.changed(new Literal.Text(word), null);
            }
        });
    }

    @Override
    public JComponent component() {
        return box;
    }

    @Override
    public void show(Literal literal) {
        showing = true;
        box.setSelectedItem(literal instanceof Literal.Text text ? text.value() : null);
        showing = false;
    }
}
