package chainrule.editor;

import chainrule.editor.action.Edits;
import chainrule.editor.document.History;
import chainrule.language.Phrases;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;

/** What was done, as a list: the current state is selected, and any other can be gone to. */
final class HistoryPopup {
    private static final Phrases WORDS = Phrases.of(HistoryPopup.class);
    private static final int WIDTH = 320;
    private static final int MOST_ROWS = 16;

    private final History history;

    HistoryPopup(History history) {
        this.history = history;
    }

    /** Opens in the upper left corner of a component. */
    void show(Component over) {
        JPopupMenu popup = new JPopupMenu();
        JList<String> list = list();
        Runnable take = () -> {
            int chosen = list.getSelectedIndex();
            popup.setVisible(false);
            history.goTo(chosen);
        };
        Edits.onKey(list, "ENTER", take);
        Edits.onKey(list, "ESCAPE", () -> popup.setVisible(false));
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseReleased(MouseEvent event) {
                list.setSelectedIndex(list.locationToIndex(event.getPoint()));
                take.run();
            }
        });
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setPreferredSize(new Dimension(UIScale.scale(WIDTH), list.getPreferredScrollableViewportSize().height));
        popup.add(scroll);
        Point corner = new Point(UIScale.scale(12), UIScale.scale(12));
        popup.show(over, corner.x, corner.y);
        list.ensureIndexIsVisible(list.getSelectedIndex());
        SwingUtilities.invokeLater(list::requestFocusInWindow);
    }

    private JList<String> list() {
        DefaultListModel<String> states = new DefaultListModel<>();
        states.addElement(WORDS.text("history.opened"));
        history.labels().forEach(states::addElement);
        JList<String> list = new JList<>(states);
        list.setName("history");
        list.getAccessibleContext().setAccessibleName(WORDS.text("history.name"));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setSelectedIndex(history.done());
        list.setVisibleRowCount(Math.min(MOST_ROWS, states.size()));
        list.setFixedCellHeight(UIScale.scale(24));
        list.setCellRenderer(new State(history.done()));
        return list;
    }

    /** A state; those that were undone step back. */
    private static final class State extends DefaultListCellRenderer {
        private static final long serialVersionUID = 1;

        private final int done;

        State(int done) {
            this.done = done;
        }

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean selected, boolean focused) {
            super.getListCellRendererComponent(list, value, index, selected, focused);
            setText(index > done ? WORDS.text("history.undone", value) : String.valueOf(value));
            setEnabled(index <= done || selected);
            setBorder(BorderFactory.createEmptyBorder(0, UIScale.scale(10), 0, UIScale.scale(10)));
            return this;
        }
    }
}
