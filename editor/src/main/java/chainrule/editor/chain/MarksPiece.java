package chainrule.editor.chain;

import chainrule.editor.part.Piece;
import chainrule.editor.session.Blanks;
import chainrule.editor.session.Workbench;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.language.Phrases;
import chainrule.predict.Hiding;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.util.Optional;
import java.util.Set;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.SwingUtilities;

/** The nodes and edges that alone are hidden, where the learner chose some: each can be shown again. */
final class MarksPiece extends Piece {
    private static final Phrases WORDS = Phrases.of(MarksPiece.class);
    private static final long serialVersionUID = 1;

    private final transient Workbench bench;
    private final transient Blanks blanks;
    private final JCheckBox only = new JCheckBox(WORDS.text("marks.only"));

    /**
     * @param turned called when the learner hides the marked ones only, or everything again
     */
    MarksPiece(Workbench bench, Runnable turned) {
        super("");
        this.bench = bench;
        this.blanks = bench.stepper().blanks();
        setName("predict.marks");
        only.setName("predict.only");
        only.setOpaque(false);
        only.addActionListener(chosen -> {
            blanks.turn(only.isSelected());
            turned.run();
        });
        bench.selection().onChange(this::fill);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (only != null) {
            SwingUtilities.updateComponentTreeUI(only);
        }
    }

    /** Shows what is marked now. */
    void fill() {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        String focused = owner != null && SwingUtilities.isDescendingFrom(owner, this) ? owner.getName() : null;
        removeAll();
        only.setSelected(blanks.isOn());
        add(only);
        if (blanks.isOn()) {
            list(blanks.marked());
            add(hiding());
        }
        revalidate();
        repaint();
        if (focused != null) {
            for (Component part : getComponents()) {
                if (focused.equals(part.getName())) {
                    part.requestFocusInWindow();
                }
            }
        }
    }

    private void list(Hiding marked) {
        if (marked.isEmpty()) {
            add(text(WORDS.text("marks.none")));
        }
        for (NodeId node : marked.nodes()) {
            row(node.toString(), () -> blanks.show(Set.of(node), Set.of()));
        }
        for (Slot edge : marked.edges()) {
            String way =
                    bench.document().graph().into(edge).map(Object::toString).orElse("→ " + edge);
            row(way, () -> blanks.show(Set.of(), Set.of(edge)));
        }
    }

    private void row(String name, Runnable show) {
        JButton again = small("✕", WORDS.text("marks.show", name));
        again.setName("predict.show:" + name);
        again.getAccessibleContext().setAccessibleName(WORDS.text("marks.show", name));
        again.addActionListener(pressed -> show.run());
        add(row(quiet(name), again));
    }

    private JButton hiding() {
        JButton button = new JButton(WORDS.text("marks.hide"));
        Optional<String> refusal = new Chosen(bench).refusal();
        button.setName("predict.hide");
        button.setEnabled(refusal.isEmpty() && !new Chosen(bench).isHidden());
        refusal.ifPresent(button::setToolTipText);
        button.addActionListener(pressed -> new Chosen(bench).hide());
        return button;
    }
}
