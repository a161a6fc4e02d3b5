package chainrule.editor.inspector;

import chainrule.editor.part.Column;
import chainrule.editor.part.Paragraph;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Typesetter;
import chainrule.language.Phrases;
import chainrule.op.Formula;
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
    private static final Phrases WORDS = Phrases.of(HelpSection.class);
    private static final long serialVersionUID = 1;
    private static final float FORMULA = 17f;

    private final transient NodeType type;
    private final transient Typesetter typesetter;
    private final JButton toggle = small("", WORDS.text("help.what"));
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
        toggle.setText((open ? "▾  " : "▸  ") + WORDS.text("help.on", type.label()));
        revalidate();
    }

    private void fill() {
        Help help = type.help();
        content.add(text(help.summary()));
        typesetter
                .formula(type.latex(), UIScale.scale(FORMULA), Colors.current().text(), true)
                .ifPresent(icon -> content.add(new JLabel(icon, SwingConstants.LEADING)));
        content.add(rules());
        part(WORDS.text("help.history"), help.history());
        part(WORDS.text("help.use"), help.use());
        part(WORDS.text("help.limits"), help.limits());
        part(WORDS.text("help.example"), help.example());
        part(WORDS.text("help.source"), help.source());
        part(WORDS.text("help.pytorch"), type.pytorch());
    }

    private JPanel rules() {
        JPanel rules = new JPanel(new Column(4));
        rules.setOpaque(false);
        Colors colors = Colors.current();
        rules.add(new Paragraph("→ " + Formula.told(type.formula()), formulaFont(), colors.value()));
        for (InPort port : type.inputs()) {
            String rule = type.vjp(port)
                    .map(Vjp::formula)
                    .map(Formula::told)
                    .orElse(WORDS.text("help.noGradient", port.name()));
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
