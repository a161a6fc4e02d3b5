package chainrule.editor.inspector;

import chainrule.editor.part.Column;
import chainrule.editor.part.Paragraph;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Typesetter;
import chainrule.op.Help;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.Vjp;
import com.formdev.flatlaf.util.UIScale;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;

/** What a node type is, does and was made for; closed until it is asked for. */
final class HelpSection extends Section {
    private static final long serialVersionUID = 1;
    private static final float FORMULA = 17f;

    private final transient NodeType type;
    private final transient Typesetter typesetter;
    private final JButton toggle = small("", "What this type of node is, and its rules (F1)");
    private final JPanel content = new JPanel(new Column(8));

    HelpSection(NodeType type, Typesetter typesetter) {
        super("");
        this.type = type;
        this.typesetter = typesetter;
        toggle.setName("inspector.help");
        toggle.setFont(title("").getFont());
        toggle.addActionListener(event -> unfold(!content.isVisible()));
        content.setOpaque(false);
        content.setName("inspector.help.content");
        add(toggle);
        add(content);
        unfold(false);
    }

    void open() {
        unfold(true);
        toggle.requestFocusInWindow();
    }

    @Override
    void refresh() {
        // A node type says the same whatever is computed.
    }

    private void unfold(boolean open) {
        if (open && content.getComponentCount() == 0) {
            fill();
        }
        content.setVisible(open);
        toggle.setText((open ? "▾  " : "▸  ") + "Help on " + type.label());
        revalidate();
    }

    private void fill() {
        Help help = type.help();
        content.add(text(help.summary()));
        typesetter
                .formula(type.latex(), UIScale.scale(FORMULA), Colors.current().text(), true)
                .ifPresent(icon -> content.add(new JLabel(icon, SwingConstants.LEADING)));
        content.add(rules());
        part("Where it comes from", help.history());
        part("When to use it", help.use());
        part("Where it fails", help.limits());
        part("Example", help.example());
        part("Source", help.source());
        part("In PyTorch", type.pytorch());
    }

    private JPanel rules() {
        JPanel rules = new JPanel(new Column(4));
        rules.setOpaque(false);
        Colors colors = Colors.current();
        rules.add(new Paragraph("→ " + type.formula(), formulaFont(), colors.value()));
        for (InPort port : type.inputs()) {
            String rule = type.vjp(port).map(Vjp::formula).orElse(port.name() + " has no gradient");
            rules.add(new Paragraph("← " + rule, formulaFont(), colors.gradient()));
        }
        return rules;
    }

    private void part(String title, String sentence) {
        if (!sentence.isBlank()) {
            content.add(title(title));
            content.add(text(sentence));
        }
    }
}
