package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Edits;
import chainrule.editor.action.Scope;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.session.NodeQuery;
import chainrule.editor.session.Workbench;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Icons;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** A strip over the canvas that looks for nodes and goes from one to the next. */
final class FindBar extends JPanel {
    private static final Phrases WORDS = Phrases.of(FindBar.class);
    private static final long serialVersionUID = 1;
    private static final String EXAMPLES = "is:error, is:param, is:open, type:conv, lr=0.1";

    private final transient Workbench bench;
    private final GraphCanvas canvas;
    private final JTextField field = new JTextField();
    private final JLabel count = new JLabel();
    private int at;

    FindBar(Workbench bench, GraphCanvas canvas) {
        super(new MigLayout("insets 6 12 6 8, gap 6", "[][260::,grow 20,fill][]4[]12[160::,grow]push[]", "[center]"));
        this.bench = bench;
        this.canvas = canvas;
        setName("findBar");
        field.setName("findBar.query");
        String help = WORDS.text("find.help", EXAMPLES);
        field.putClientProperty("JTextField.placeholderText", help);
        field.setToolTipText(help);
        field.getAccessibleContext().setAccessibleName(WORDS.text("find.name", help));
        count.setName("findBar.count");
        Edits.onTyping(field, () -> look(0));
        Edits.onKey(field, "ENTER", this::next);
        Edits.onKey(field, "shift ENTER", this::previous);
        Edits.onKey(field, "ESCAPE", this::end);
        JLabel label = new JLabel(WORDS.text("find.nodes"));
        label.setLabelFor(field);
        add(label);
        add(field);
        add(button("previous", WORDS.text("find.previous"), this::previous));
        add(button("next", WORDS.text("find.next"), this::next));
        add(count);
        add(button("close", WORDS.text("find.close"), this::end));
        setVisible(false);
    }

    /** Shows itself and waits for words. */
    void open() {
        setVisible(true);
        revalidate();
        field.selectAll();
        field.requestFocusInWindow();
        look(at);
    }

    void next() {
        step(1);
    }

    void previous() {
        step(-1);
    }

    /** Adds what it does as actions. */
    void addTo(Actions actions) {
        Supplier<Optional<String>> noNext = () -> Optional.of(whyNoNext()).filter(reason -> !reason.isEmpty());
        actions.add(EditorAction.of("edit.find", WORDS.text("edit.find"), this::open))
                .keys(Scope.WINDOW, "menu F");
        actions.add(EditorAction.of("edit.findNext", WORDS.text("edit.findNext"), this::next))
                .keys(Scope.WINDOW, "F3")
                .unless(noNext);
        actions.add(EditorAction.of("edit.findPrevious", WORDS.text("edit.findPrevious"), this::previous))
                .keys(Scope.WINDOW, "shift F3")
                .unless(noNext);
    }

    /** Why there is no next one, as a sentence; empty where there is. */
    String whyNoNext() {
        if (field.getText().isBlank()) {
            return WORDS.text("find.notYet");
        }
        return found().isEmpty() ? WORDS.text("find.nothing", field.getText().strip()) : "";
    }

    private void end() {
        setVisible(false);
        canvas.requestFocusInWindow();
    }

    private void step(int by) {
        int many = found().size();
        if (many > 0) {
            look(Math.floorMod(at + by, many));
        }
    }

    /** Shows the node of that number among those that fit. */
    private void look(int number) {
        List<NodeId> found = found();
        at = Math.min(number, Math.max(0, found.size() - 1));
        NodeQuery query = NodeQuery.of(field.getText());
        if (query.words().isEmpty()) {
            count.setText("");
        } else if (found.isEmpty()) {
            count.setText(query.mistake().orElse(WORDS.text("find.none")));
        } else {
            count.setText(WORDS.text("find.count", at + 1, found.size()));
            bench.selection().select(found.get(at));
            canvas.reveal(found.get(at));
        }
    }

    private List<NodeId> found() {
        return NodeQuery.of(field.getText())
                .in(bench.evaluator().current(), bench.showing().document().graph());
    }

    private static JButton button(String icon, String name, Runnable deed) {
        Icon picture = Icons.named(icon);
        JButton button = new JButton(picture);
        button.setName("findBar." + icon);
        button.setToolTipText(name);
        button.getAccessibleContext().setAccessibleName(name);
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.addActionListener(click -> deed.run());
        return button;
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setBorder(BorderFactory.createMatteBorder(0, 0, 1, 0, Colors.current().hairline()));
    }
}
