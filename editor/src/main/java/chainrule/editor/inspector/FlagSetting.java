package chainrule.editor.inspector;

import chainrule.op.Literal;
import chainrule.op.Param;
import javax.swing.JCheckBox;
import javax.swing.JComponent;

/** A setting that is on or off. */
final class FlagSetting implements SettingField {
    private final JCheckBox box = new JCheckBox();

    FlagSetting(Param<?> param, Listener listener) {
        SettingField.name(box, param);
        box.setOpaque(false);
        box.addActionListener(event -> listener.changed(new Literal.Flag(box.isSelected()), null));
    }

    @Override
    public JComponent component() {
        return box;
    }

    @Override
    public void show(Literal literal) {
        box.setSelected(literal instanceof Literal.Flag flag && flag.value());
    }
}
