package chainrule.editor.inspector;

import chainrule.language.Phrases;
import chainrule.op.Literal;
import chainrule.op.Param;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.JLabel;

/** A setting that is several others by name, shown and changed as a whole elsewhere. */
final class GroupSetting implements SettingField {
    private static final Phrases WORDS = Phrases.of(GroupSetting.class);

    private final JLabel label = new JLabel();

    GroupSetting(Param<?> param) {
        SettingField.name(label, param);
    }

    @Override
    public JComponent component() {
        return label;
    }

    @Override
    public void show(Literal literal) {
        String text = literal instanceof Literal.Group group
                ? group.members().keySet().stream().collect(Collectors.joining(", "))
                : "";
        label.setText(text.isEmpty() ? WORDS.text("setting.none") : text);
    }
}
