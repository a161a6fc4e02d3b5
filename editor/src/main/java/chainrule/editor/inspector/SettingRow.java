package chainrule.editor.inspector;

import chainrule.editor.part.Column;
import chainrule.editor.part.Paragraph;
import chainrule.language.Phrases;
import chainrule.op.Literal;
import chainrule.op.Param;
import chainrule.op.SettingProblem;
import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.event.ActionListener;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import org.jspecify.annotations.Nullable;

/** One setting: its name, its editor, the way back to the initial value, and what is wrong with it. */
final class SettingRow extends JPanel {
    private static final Phrases WORDS = Phrases.of(SettingRow.class);
    private static final long serialVersionUID = 1;
    private static final int NAME_WIDTH = 84;

    /** Who writes the setting into the document. */
    @FunctionalInterface
    interface Writer {
        /** Null is the initial value. */
        void write(@Nullable Literal literal, @Nullable Object gesture);
    }

    private final transient Param<?> param;
    private final transient Writer writer;
    private final transient SettingField field;
    private final JButton reset = new JButton("↺");
    private final JToggleButton outside = new JToggleButton("⇱");
    private final Paragraph refusal = Section.problem("");
    private transient @Nullable Literal shown;
    private boolean fixed;

    SettingRow(Param<?> param, Writer writer) {
        super(new Column(3));
        this.param = param;
        this.writer = writer;
        this.field = SettingField.of(param, new SettingField.Listener() {
            @Override
            public void changed(Literal literal, @Nullable Object gesture) {
                check(literal, gesture);
            }

            @Override
            public void refused(String predicate) {
                say(predicate);
            }
        });
        setOpaque(false);
        refusal.setName("refusal." + param.name());
        build();
        say("");
    }

    /** Whether something is wrong with what stands in the field. */
    boolean wrong() {
        return refusal.isVisible();
    }

    Param<?> param() {
        return param;
    }

    /** Makes it one that can only be read. */
    void setFixed(boolean on) {
        fixed = on;
        enable(field.component(), !on);
    }

    private static void enable(Component component, boolean on) {
        component.setEnabled(on);
        if (component instanceof Container container) {
            for (Component inner : container.getComponents()) {
                enable(inner, on);
            }
        }
    }

    /**
     * Offers to show the setting outside of the block that its node is inside of, or to hide it there again.
     *
     * @param called its name outside; null where it is hidden
     */
    void offerOutside(@Nullable String called, Consumer<Boolean> wanted) {
        outside.setVisible(true);
        outside.setSelected(called != null);
        String words = called == null ? WORDS.text("setting.outside.offer") : WORDS.text("setting.outside.is", called);
        outside.setToolTipText(words);
        outside.getAccessibleContext().setAccessibleName(words);
        for (ActionListener old : outside.getActionListeners()) {
            outside.removeActionListener(old);
        }
        outside.addActionListener(click -> wanted.accept(outside.isSelected()));
    }

    /**
     * Shows what the document holds, where that has changed.
     *
     * @param given null where the document says nothing
     * @param instead what holds then; null is the initial value
     */
    void show(@Nullable Literal given, @Nullable Literal instead) {
        reset.setVisible(given != null && !fixed);
        Literal literal = given != null ? given : instead != null ? instead : initial(param);
        if (!literal.equals(shown)) {
            shown = literal;
            field.show(literal);
            say(given == null ? "" : predicate(given));
        }
    }

    private void build() {
        JLabel label = Section.quiet(param.name());
        label.setLabelFor(field.component());
        label.setToolTipText(param.help().isEmpty() ? null : param.help());
        reset.setName("reset." + param.name());
        reset.setToolTipText(WORDS.text("setting.reset"));
        reset.getAccessibleContext().setAccessibleName(WORDS.text("setting.reset.name", param.name()));
        reset.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
        reset.addActionListener(event -> writer.write(null, null));
        outside.setName("outside." + param.name());
        outside.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
        outside.setVisible(false);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 0, 0));
        buttons.setOpaque(false);
        buttons.add(reset);
        buttons.add(outside);
        JPanel line = new JPanel(new BorderLayout(UIScale.scale(6), 0));
        line.setOpaque(false);
        boolean wide = param.kind() == Param.Kind.TENSOR;
        if (wide) {
            line.add(label, BorderLayout.CENTER);
        } else {
            int height = field.component().getPreferredSize().height;
            label.setPreferredSize(new Dimension(UIScale.scale(NAME_WIDTH), height));
            line.add(label, BorderLayout.WEST);
            line.add(field.component(), BorderLayout.CENTER);
        }
        line.add(buttons, BorderLayout.EAST);
        add(line);
        if (wide) {
            add(field.component());
        }
        add(refusal);
    }

    private void check(Literal literal, @Nullable Object gesture) {
        String predicate = predicate(literal);
        say(predicate);
        if (predicate.isEmpty()) {
            shown = literal;
            boolean same = literal.equals(initial(param)) && param.kind() != Param.Kind.TENSOR;
            writer.write(same ? null : literal, gesture);
        }
    }

    private String predicate(Literal literal) {
        try {
            param.read(literal);
            return "";
        } catch (SettingProblem problem) {
            return problem.predicate();
        }
    }

    private void say(String predicate) {
        boolean wrong = !predicate.isEmpty();
        String end = predicate.endsWith(".") ? "" : ".";
        refusal.show(wrong ? "⚠ " + param.name() + " " + predicate + end : "");
        refusal.setVisible(wrong);
        field.mark(wrong);
        revalidate();
    }

    private static <T> Literal initial(Param<T> param) {
        return param.write(param.initial());
    }
}
