package chainrule.editor;

import chainrule.editor.action.Edits;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Icons;
import chainrule.language.Phrases;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.ListCellRenderer;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;

/** A field in which everything that can be done, opened or gone to is found by a few letters of its name. */
final class FindField extends JTextField {
    private static final Phrases WORDS = Phrases.of(FindField.class);
    private static final long serialVersionUID = 1;
    private static final int WIDTH = 260;
    private static final int LIST_WIDTH = 540;
    private static final int FRAME = 14;
    private static final int MOST_SHOWN = 12;
    private static final int MOST_FOUND = 60;

    private final transient Supplier<List<Findable>> all;
    private final transient Runnable leave;
    private final DefaultListModel<Findable> found = new DefaultListModel<>();
    private final JList<Findable> list = new JList<>(found) {
        private static final long serialVersionUID = 1;

        @Override
        public boolean getScrollableTracksViewportWidth() {
            return true;
        }
    };
    private final JScrollPane scroll = new JScrollPane(list);
    private final JPopupMenu popup = new JPopupMenu();

    /**
     * @param leave puts the focus back when nothing more is to be found
     */
    FindField(Supplier<List<Findable>> all, Runnable leave) {
        this.all = all;
        this.leave = leave;
        setName("find");
        putClientProperty("JTextField.leadingIcon", Icons.named("search"));
        getAccessibleContext().setAccessibleName(WORDS.text("help.find"));
        list.setName("find.list");
        list.setFocusable(false);
        list.setCellRenderer(new Line());
        Edits.onClick(list, this::take);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        popup.setFocusable(false);
        popup.add(scroll);
        listen();
    }

    /** Waits for words. */
    void begin() {
        setText("");
        requestFocusInWindow();
    }

    /** Shows the key that comes here. */
    void hint(String key) {
        putClientProperty("JTextField.placeholderText", (WORDS.text("help.find") + "   " + key).strip());
        repaint();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(UIScale.scale(WIDTH), super.getPreferredSize().height);
    }

    @Override
    public Dimension getMaximumSize() {
        return getPreferredSize();
    }

    /** The popup is not among the window's components. */
    @Override
    public void updateUI() {
        super.updateUI();
        if (popup != null) {
            SwingUtilities.updateComponentTreeUI(popup);
        }
    }

    private void listen() {
        Edits.onTyping(this, this::refill);
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
                popup.setVisible(false);
            }
        });
        Edits.onKey(this, "ENTER", this::take);
        Edits.onKey(this, "ESCAPE", this::end);
        Edits.onKey(this, "DOWN", () -> Edits.move(list, 1));
        Edits.onKey(this, "UP", () -> Edits.move(list, -1));
    }

    private void refill() {
        found.clear();
        if (getText().isBlank()) {
            popup.setVisible(false);
            return;
        }
        all.get().stream()
                .filter(f -> f.fits(getText()))
                .sorted(Comparator.comparing((Findable f) -> !f.possible()).thenComparing(f -> f.distance(getText())))
                .limit(MOST_FOUND)
                .forEach(found::addElement);
        if (found.isEmpty()) {
            found.addElement(new Findable(WORDS.text("find.unknown", getText().strip()), "", false, () -> {}));
        }
        list.setSelectedIndex(0);
        list.setVisibleRowCount(Math.min(MOST_SHOWN, found.size()));
        popup.setPopupSize(UIScale.scale(LIST_WIDTH), scroll.getPreferredSize().height + UIScale.scale(FRAME));
        popup.show(this, (getWidth() - UIScale.scale(LIST_WIDTH)) / 2, getHeight());
        requestFocusInWindow();
    }

    private void take() {
        Findable chosen = list.getSelectedValue();
        if (chosen != null && chosen.possible()) {
            end();
            chosen.deed().run();
        }
    }

    private void end() {
        setText("");
        popup.setVisible(false);
        leave.run();
    }

    /** Name on the left, key or reason on the right, which gives way where both are long. */
    private static final class Line extends JPanel implements ListCellRenderer<Findable> {
        private static final long serialVersionUID = 1;
        private static final int BETWEEN = 16;

        private final JLabel name = new JLabel();
        private final JLabel hint = new JLabel();

        Line() {
            super(new BorderLayout(UIScale.scale(BETWEEN), 0));
            add(name, BorderLayout.WEST);
            add(hint, BorderLayout.CENTER);
            hint.setHorizontalAlignment(SwingConstants.TRAILING);
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends Findable> from, Findable value, int index, boolean selected, boolean focused) {
            Colors colors = Colors.current();
            setBorder(BorderFactory.createEmptyBorder(
                    UIScale.scale(4), UIScale.scale(10), UIScale.scale(4), UIScale.scale(10)));
            setBackground(selected ? Colors.mixed(colors.card(), colors.cursor(), 0.18) : colors.card());
            name.setText(value.name());
            name.setForeground(value.possible() ? colors.text() : colors.quiet());
            name.setFont(from.getFont());
            hint.setText(value.hint());
            hint.setForeground(colors.quiet());
            hint.setFont(from.getFont());
            setToolTipText(value.hint().isEmpty() ? null : value.hint());
            getAccessibleContext().setAccessibleName(value.name() + " " + value.hint());
            return this;
        }
    }
}
