package chainrule.editor;

import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Icons;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListCellRenderer;
import javax.swing.SwingUtilities;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** A field in which everything that can be done, opened or gone to is found by a few letters of its name. */
final class FindField extends JTextField {
    private static final long serialVersionUID = 1;
    private static final int WIDTH = 260;
    private static final int LIST_WIDTH = 460;
    private static final int FRAME = 14;
    private static final int MOST_SHOWN = 12;
    private static final int MOST_FOUND = 60;

    private final transient Supplier<List<Findable>> all;
    private final transient Runnable leave;
    private final DefaultListModel<Findable> found = new DefaultListModel<>();
    private final JList<Findable> list = new JList<>(found);
    private final JScrollPane scroll = new JScrollPane(list);
    private final JPopupMenu popup = new JPopupMenu();

    /**
     * @param leave puts the focus back when nothing more is to be found
     */
    FindField(Supplier<List<Findable>> all, Runnable leave) {
        this.all = all;
        this.leave = leave;
        setName("find");
        putClientProperty("JTextField.placeholderText", "Find or do anything   Ctrl+Shift+P");
        putClientProperty("JTextField.leadingIcon", Icons.named("search"));
        getAccessibleContext().setAccessibleName("Find or do anything");
        list.setName("find.list");
        list.setFocusable(false);
        list.setCellRenderer(new Line());
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseReleased(MouseEvent event) {
                list.setSelectedIndex(list.locationToIndex(event.getPoint()));
                take();
            }
        });
        scroll.setBorder(BorderFactory.createEmptyBorder());
        popup.setFocusable(false);
        popup.add(scroll);
        listen();
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
        getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                refill();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                refill();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {
                refill();
            }
        });
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
                popup.setVisible(false);
            }
        });
        on("ENTER", this::take);
        on("ESCAPE", this::end);
        on("DOWN", () -> move(1));
        on("UP", () -> move(-1));
    }

    private void refill() {
        found.clear();
        if (getText().isBlank()) {
            popup.setVisible(false);
            return;
        }
        all.get().stream()
                .filter(f -> f.fits(getText()))
                .sorted(Comparator.comparing((Findable f) -> !f.possible()))
                .limit(MOST_FOUND)
                .forEach(found::addElement);
        if (found.isEmpty()) {
            found.addElement(new Findable("Nothing is called “" + getText().strip() + "”", "", false, () -> {}));
        }
        list.setSelectedIndex(0);
        list.setVisibleRowCount(Math.min(MOST_SHOWN, found.size()));
        popup.setPopupSize(UIScale.scale(LIST_WIDTH), scroll.getPreferredSize().height + UIScale.scale(FRAME));
        popup.show(this, (getWidth() - UIScale.scale(LIST_WIDTH)) / 2, getHeight());
        requestFocusInWindow();
    }

    private void move(int lines) {
        if (!found.isEmpty()) {
            int index = Math.max(0, Math.min(found.size() - 1, list.getSelectedIndex() + lines));
            list.setSelectedIndex(index);
            list.ensureIndexIsVisible(index);
        }
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

    private void on(String key, Runnable deed) {
        getInputMap().put(KeyStroke.getKeyStroke(key), key);
        getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent event) {
                deed.run();
            }
        });
    }

    /** Name on the left, key or reason on the right. */
    private static final class Line extends JPanel implements ListCellRenderer<Findable> {
        private static final long serialVersionUID = 1;

        private final JLabel name = new JLabel();
        private final JLabel hint = new JLabel();

        Line() {
            super(new BorderLayout());
            add(name, BorderLayout.CENTER);
            add(hint, BorderLayout.EAST);
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
            getAccessibleContext().setAccessibleName(value.name() + " " + value.hint());
            return this;
        }
    }
}
