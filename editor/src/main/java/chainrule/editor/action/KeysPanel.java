package chainrule.editor.action;

import chainrule.language.Phrases;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.RowFilter;
import javax.swing.SwingConstants;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.TableRowSorter;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Every action with its keys, to be looked up and changed. */
public final class KeysPanel extends JPanel {
    private static final Phrases WORDS = Phrases.of(KeysPanel.class);
    private static final long serialVersionUID = 1;

    private final transient Keymap keymap;
    private final transient Runnable changed;
    private final transient List<EditorAction> actions;
    private final transient Actions all;
    private final Rows rows = new Rows();
    private final JTable table = new CaptureTable();
    private final JTextField filter = new JTextField();
    private final JLabel said = new JLabel(" ");
    private transient @Nullable EditorAction waiting;
    private transient @Nullable KeyStroke taken;

    /**
     * @param changed called after a change, so that every window follows
     */
    public KeysPanel(Actions all, Keymap keymap, Runnable changed) {
        super(new MigLayout("insets 0, fill, wrap 1", "[grow,fill]", "[][grow,fill][][]"));
        this.all = all;
        this.actions = List.copyOf(all.all());
        this.keymap = keymap;
        this.changed = changed;
        setName("keys");
        filter.setName("keys.filter");
        filter.putClientProperty("JTextField.placeholderText", WORDS.text("keys.filter.hint"));
        filter.getAccessibleContext().setAccessibleName(WORDS.text("keys.filter.hint"));
        said.setName("keys.said");
        add(filter);
        add(new JScrollPane(table));
        add(said);
        add(buttons());
        setUpTable();
        setPreferredSize(UIScale.scale(new Dimension(560, 460)));
    }

    /** Waits for the new keys of the selected action. */
    void change() {
        EditorAction action = selected();
        if (action != null) {
            waiting = action;
            taken = null;
            said.setText(WORDS.text("keys.press", action.name()));
            table.requestFocusInWindow();
        }
    }

    private JPanel buttons() {
        JPanel buttons = new JPanel(new MigLayout("insets 0, gap 8"));
        buttons.add(button(WORDS.text("keys.change.name"), "keys.change", this::change));
        buttons.add(button(
                WORDS.text("keys.remove.name"),
                "keys.remove",
                () -> onSelected(action -> {
                    keymap.choose(action.id(), List.of());
                    follow(WORDS.text("keys.removed", action.name()));
                })));
        buttons.add(button(
                WORDS.text("keys.reset.name"),
                "keys.reset",
                () -> onSelected(action -> {
                    keymap.reset(action.id());
                    follow(WORDS.text("keys.restored", action.name()));
                })));
        buttons.add(button(WORDS.text("keys.resetAll.name"), "keys.resetAll", () -> {
            keymap.resetAll();
            follow(WORDS.text("keys.allRestored"));
        }));
        return buttons;
    }

    private void setUpTable() {
        table.setName("keys.table");
        table.getAccessibleContext().setAccessibleName(WORDS.text("keys.table.name"));
        table.setModel(rows);
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setRowHeight(UIScale.scale(24));
        table.setShowGrid(false);
        table.getTableHeader().setReorderingAllowed(false);
        if (table.getTableHeader().getDefaultRenderer() instanceof JLabel heading) {
            heading.setHorizontalAlignment(SwingConstants.LEADING);
        }
        TableRowSorter<Rows> sorter = new TableRowSorter<>(rows);
        table.setRowSorter(sorter);
        Edits.onTyping(filter, () -> sorter.setRowFilter(fitting(filter.getText())));
        table.getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke("ENTER"), "change");
        table.getActionMap().put("change", new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent event) {
                change();
            }
        });
    }

    private static RowFilter<Rows, Integer> fitting(String text) {
        String[] words = text.strip().toLowerCase(Locale.ROOT).split("\\s+", 0);
        return new RowFilter<>() {
            @Override
            public boolean include(Entry<? extends Rows, ? extends Integer> entry) {
                String row = (entry.getStringValue(0) + " " + entry.getStringValue(1)).toLowerCase(Locale.ROOT);
                return java.util.Arrays.stream(words).allMatch(row::contains);
            }
        };
    }

    /** What a key that was pressed means for the waiting action. */
    private void pressed(EditorAction action, KeyStroke key) {
        if (key.getKeyCode() == KeyEvent.VK_ESCAPE && key.getModifiers() == 0) {
            waiting = null;
            said.setText(" ");
            return;
        }
        String refusal = Keys.whyNot(key, action.scope());
        if (!refusal.isEmpty()) {
            said.setText(refusal);
            return;
        }
        EditorAction other = all.with(key).filter(a -> a != action).orElse(null);
        if (other != null && !key.equals(taken)) {
            taken = key;
            said.setText(WORDS.text("keys.taken", Keys.text(key), other.name()));
            return;
        }
        waiting = null;
        if (other != null) {
            List<KeyStroke> left = new ArrayList<>(other.keys());
            left.remove(key);
            keymap.choose(other.id(), left);
        }
        keymap.choose(action.id(), List.of(key));
        follow(WORDS.text("keys.changed", action.name(), Keys.text(key)));
    }

    private void onSelected(java.util.function.Consumer<EditorAction> deed) {
        EditorAction action = selected();
        if (action != null) {
            deed.accept(action);
        }
    }

    private @Nullable EditorAction selected() {
        int row = table.getSelectedRow();
        if (row < 0) {
            said.setText(WORDS.text("keys.none"));
            return null;
        }
        return actions.get(table.convertRowIndexToModel(row));
    }

    private void follow(String sentence) {
        said.setText(sentence);
        changed.run();
        rows.fireTableRowsUpdated(0, actions.size() - 1);
    }

    private static JButton button(String text, String name, Runnable deed) {
        JButton button = new JButton(text);
        button.setName(name);
        button.addActionListener(click -> deed.run());
        return button;
    }

    /** A table that gives the next key to the action that waits for it. */
    private final class CaptureTable extends JTable {
        private static final long serialVersionUID = 1;

        @Override
        protected void processKeyEvent(KeyEvent event) {
            EditorAction action = waiting;
            if (action == null) {
                super.processKeyEvent(event);
                return;
            }
            event.consume();
            if (event.getID() == KeyEvent.KEY_PRESSED && !Keys.isModifier(event.getKeyCode())) {
                pressed(action, KeyStroke.getKeyStroke(event.getKeyCode(), event.getModifiersEx()));
            }
        }
    }

    private final class Rows extends AbstractTableModel {
        private static final long serialVersionUID = 1;

        @Override
        public int getRowCount() {
            return actions.size();
        }

        @Override
        public int getColumnCount() {
            return 2;
        }

        @Override
        public String getColumnName(int column) {
            return column == 0 ? WORDS.text("keys.column.action") : WORDS.text("keys.column.keys");
        }

        @Override
        public Object getValueAt(int row, int column) {
            EditorAction action = actions.get(row);
            return column == 0 ? action.name() : Keys.text(action.keys());
        }
    }
}
