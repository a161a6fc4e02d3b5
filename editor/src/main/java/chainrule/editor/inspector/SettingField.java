package chainrule.editor.inspector;

import chainrule.op.Literal;
import chainrule.op.Param;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** What edits one setting: it shows a literal and reports each change of it. */
interface SettingField {
    /** Who hears what the learner does to a setting. */
    interface Listener {
        /** The setting should be this. */
        void changed(Literal literal, @Nullable Object gesture);

        /** What stands in the field is no literal at all, and why: the end of a sentence that begins with the name. */
        void refused(String predicate);
    }

    JComponent component();

    /** Shows what the document holds, unless the field is in the middle of saying so itself. */
    void show(Literal literal);

    /** Marks the field as wrong or right. */
    default void mark(boolean wrong) {
        component().putClientProperty("JComponent.outline", wrong ? "error" : null);
    }

    /** The editor that a setting needs. */
    static SettingField of(Param<?> param, Listener listener) {
        return switch (param.kind()) {
            case NUMBER, INTEGER -> new TextSetting(param, listener, false);
            case INTEGERS -> new TextSetting(param, listener, true);
            case TEXT -> new WordsSetting(param, listener);
            case FLAG -> new FlagSetting(param, listener);
            case CHOICE -> new ChoiceSetting(param, listener);
            case TENSOR -> new TensorSetting(param, listener);
            case NODE -> new NodeSetting(param, listener);
            case GROUP -> new GroupSetting(param);
        };
    }

    /** Names a component after its setting, for tests and for screen readers. */
    static void name(JComponent component, Param<?> param) {
        component.setName("setting." + param.name());
        component.getAccessibleContext().setAccessibleName(param.name());
        if (!param.help().isEmpty()) {
            component.setToolTipText(param.help());
        }
    }
}
