package chainrule.editor.inspector;

import chainrule.editor.document.command.ChooseRoot;
import chainrule.editor.session.Workbench;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import com.formdev.flatlaf.util.UIScale;
import java.awt.FlowLayout;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** Whether a node is the root, where every gradient starts, and the number of bits it is computed in. */
final class RootSection extends Section {
    private static final Phrases WORDS = Phrases.of(RootSection.class);
    private static final long serialVersionUID = 1;

    private final transient Workbench workbench;
    private final transient NodeId node;
    private final JButton make = new JButton(WORDS.text("root.make"));
    private final JButton leave = new JButton(WORDS.text("root.free"));
    private final JLabel words = quiet("");

    RootSection(Workbench workbench, NodeId node) {
        super("");
        this.workbench = workbench;
        this.node = node;
        make.setName("inspector.root");
        make.setToolTipText(WORDS.text("root.make.hint"));
        make.addActionListener(event -> workbench.history().perform(new ChooseRoot(node)));
        leave.setToolTipText(WORDS.text("root.free.hint"));
        leave.addActionListener(event -> workbench.history().perform(new ChooseRoot(null)));
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 0, 0));
        buttons.setOpaque(false);
        buttons.add(make);
        buttons.add(leave);
        add(words);
        add(buttons);
        setBorder(javax.swing.BorderFactory.createEmptyBorder(0, 0, UIScale.scale(4), 0));
    }

    @Override
    void refresh() {
        Graph graph = workbench.history().document().graph();
        boolean root = graph.root().filter(node::equals).isPresent();
        make.setVisible(!root);
        leave.setVisible(graph.chosenRoot().filter(node::equals).isPresent());
        String bits = workbench.history().document().precision().name().toLowerCase(Locale.ROOT);
        words.setText((root ? WORDS.text("root.is") + "  ·  " : "") + bits);
    }
}
