package chainrule.editor.part;

import chainrule.editor.theme.Colors;
import javax.swing.JButton;
import javax.swing.JPanel;

/** A piece that is closed until it is asked for. */
public abstract class Fold extends Piece {
    private static final long serialVersionUID = 1;

    private final String title;
    private final JButton toggle;
    private final JPanel content = new JPanel(new Column(6));

    /**
     * @param name of the button that opens and closes it
     */
    protected Fold(String name, String title, String tip) {
        super("");
        this.title = title;
        toggle = small("", tip);
        toggle.setName(name);
        toggle.setFont(title("").getFont());
        toggle.addActionListener(pressed -> open(!isOpen()));
        content.setOpaque(false);
        content.setName(name + ".content");
        content.setVisible(false);
        add(toggle);
        add(content);
        name();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (toggle != null) {
            toggle.setForeground(Colors.current().quiet());
        }
    }

    public final boolean isOpen() {
        return content.isVisible();
    }

    /** Opens or closes it. */
    public final void open(boolean open) {
        content.setVisible(open);
        name();
        if (open) {
            opened();
        } else {
            closed();
        }
        revalidate();
        repaint();
    }

    /** Puts the focus on its button. */
    public final void begin() {
        toggle.requestFocusInWindow();
    }

    /** It was opened: what it shows is asked for now. */
    protected abstract void opened();

    /** It was closed. */
    protected void closed() {}

    /** What is shown when it is open. */
    protected final JPanel content() {
        return content;
    }

    private void name() {
        toggle.setText((content.isVisible() ? "▾  " : "▸  ") + title);
    }
}
