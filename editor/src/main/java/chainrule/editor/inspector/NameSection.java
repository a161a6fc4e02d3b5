package chainrule.editor.inspector;

import chainrule.editor.action.Edits;
import chainrule.editor.document.Document;
import chainrule.editor.document.command.Rename;
import chainrule.editor.part.Paragraph;
import chainrule.editor.session.Workbench;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import java.util.Map;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JTextField;

/** A node's name, which can be changed in place, and what it is. */
final class NameSection extends Section {
    private static final Phrases WORDS = Phrases.of(NameSection.class);
    private static final long serialVersionUID = 1;

    private final transient Workbench workbench;
    private final transient NodeId node;
    private final JTextField name;
    private final JLabel type = quiet("");
    private final Paragraph refusal = problem("");

    NameSection(Workbench workbench, NodeId node, Runnable help) {
        super("");
        this.workbench = workbench;
        this.node = node;
        this.name = new JTextField(8);
        boolean fixed = workbench.showing().refusal().isPresent();
        name.setEditable(!fixed);
        name.setText(shown());
        name.setName("inspector.name");
        name.setFont(Fonts.ui(UIScale.scale(16f), true));
        name.getAccessibleContext().setAccessibleName(WORDS.text("name.of"));
        name.setBackground(Colors.current().panel());
        name.setForeground(Colors.current().text());
        name.putClientProperty(
                FlatClientProperties.STYLE,
                Map.of("borderColor", Colors.current().panel()));
        name.setToolTipText(fixed ? node.name() : WORDS.text("name.hint"));
        name.addActionListener(event -> rename());
        Edits.onTyping(name, this::check);
        Edits.onLeaving(name, this::rename);
        Edits.onKey(name, "ESCAPE", () -> {
            name.setText(shown());
            check();
        });
        JButton question = new JButton("? F1");
        question.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
        question.setForeground(Colors.current().quiet());
        question.setToolTipText(WORDS.text("help.type"));
        question.addActionListener(event -> help.run());
        add(row(name, question));
        add(type);
        add(refusal);
        refusal.setVisible(false);
    }

    void edit() {
        name.requestFocusInWindow();
        name.selectAll();
    }

    @Override
    void refresh() {
        workbench.showing().document().graph().find(node).ifPresent(n -> {
            String shapes = OutputShapes.text(workbench, n);
            type.setText(n.type().label() + (shapes.isEmpty() ? "" : "  ·  " + shapes));
        });
        if (!name.isFocusOwner() && !refusal.isVisible()) {
            name.setText(shown());
        }
    }

    /** Where nothing can be changed, its path; else what can be changed. */
    private String shown() {
        return name.isEditable() ? node.last() : node.name();
    }

    private Optional<String> refused() {
        return refused(workbench.document(), node, name.getText());
    }

    /** Why a node cannot be called that. */
    static Optional<String> refused(Document document, NodeId node, String text) {
        if (!NodeId.legal(text)) {
            return Optional.of(text.isEmpty() ? WORDS.text("name.empty") : WORDS.text("name.odd", text));
        }
        return !text.equals(node.last()) && document.graph().has(document.named(text))
                ? Optional.of(WORDS.text("name.taken", text))
                : Optional.empty();
    }

    private void check() {
        Optional<String> why = name.isEditable() ? refused() : Optional.empty();
        refusal.show("⚠ " + why.orElse(""));
        refusal.setVisible(why.isPresent());
        name.putClientProperty(
                FlatClientProperties.OUTLINE, why.isPresent() ? FlatClientProperties.OUTLINE_ERROR : null);
        revalidate();
    }

    private void rename() {
        if (name.isEditable() && refused().isEmpty() && !name.getText().equals(node.last())) {
            NodeId to = workbench.document().named(name.getText());
            workbench.perform(new Rename(node, to));
            workbench.selection().select(to);
        }
    }
}
