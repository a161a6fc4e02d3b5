package chainrule.editor;

import chainrule.editor.session.Scope;
import chainrule.editor.session.Showing;
import chainrule.editor.session.Shown;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import com.formdev.flatlaf.util.UIScale;
import java.awt.FlowLayout;
import java.awt.Font;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** The way from the document to the opened node that is shown, above the canvas; a press on a name goes there. */
final class Breadcrumbs extends JPanel {
    private static final Phrases WORDS = Phrases.of(Breadcrumbs.class);
    private static final long serialVersionUID = 1;

    private final transient Showing showing;
    private final transient Supplier<String> title;
    private final transient Runnable gone;

    /**
     * @param title of the document
     * @param gone called after another scope was chosen here
     */
    Breadcrumbs(Showing showing, Supplier<String> title, Runnable gone) {
        super(new FlowLayout(FlowLayout.LEADING, 2, 3));
        this.showing = showing;
        this.title = title;
        this.gone = gone;
        setName("breadcrumbs");
        getAccessibleContext().setAccessibleName(WORDS.text("crumbs.name"));
        showing.onChange(this::refresh);
        refresh();
    }

    /** Shows the way to what is shown now; nothing outside of all nodes. */
    void refresh() {
        removeAll();
        Scope scope = showing.scope();
        if (!scope.isOutside()) {
            link(title.get(), "crumb", Scope.outside());
            for (NodeId node : scope.way()) {
                JLabel arrow = new JLabel("›");
                arrow.setForeground(Colors.current().quiet());
                add(arrow);
                if (node.equals(scope.inside())) {
                    here(node);
                } else {
                    link(node.last(), "crumb." + node, Scope.inside(node));
                }
            }
            Shown.Edited edited = showing.shown().edited();
            JLabel hint =
                    new JLabel(edited == null ? WORDS.text("crumbs.out") : WORDS.text("crumbs.block", edited.block()));
            hint.setName("crumb.hint");
            hint.setFont(font(false));
            hint.setForeground(Colors.current().quiet());
            hint.setBorder(BorderFactory.createEmptyBorder(0, UIScale.scale(14), 0, 0));
            add(hint);
        }
        setVisible(!scope.isOutside());
        revalidate();
        repaint();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setBackground(Colors.current().panel());
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(0, 0, 1, 0, Colors.current().hairline()),
                BorderFactory.createEmptyBorder(0, UIScale.scale(6), 0, 0)));
        if (showing != null) {
            refresh();
        }
    }

    private void link(String text, String name, Scope scope) {
        JButton button = new JButton(text);
        button.setName(name);
        button.setFont(font(false));
        button.setForeground(Colors.current().cursor());
        button.setToolTipText(WORDS.text("crumbs.show", text));
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.addActionListener(click -> {
            showing.show(scope);
            gone.run();
        });
        add(button);
    }

    private void here(NodeId node) {
        JLabel label = new JLabel(node.last());
        label.setName("crumb.here");
        label.setFont(font(true));
        label.setForeground(Colors.current().text());
        label.setBorder(BorderFactory.createEmptyBorder(0, UIScale.scale(5), 0, UIScale.scale(5)));
        add(label);
    }

    private static Font font(boolean bold) {
        return Fonts.ui(UIScale.scale(13f), bold);
    }
}
