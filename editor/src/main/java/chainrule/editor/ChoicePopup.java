package chainrule.editor;

import chainrule.editor.action.Edits;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;

/** A list that is narrowed by typing and of which one entry is done. */
final class ChoicePopup {
    private static final int WIDTH = 360;
    private static final int PAD = 6;
    private static final int ROWS = 12;

    private final List<Findable> all;
    private final JPopupMenu popup = new JPopupMenu();
    private final DefaultListModel<Findable> found = new DefaultListModel<>();
    private final JList<Findable> list = new JList<>(found);
    private final JTextField field = new JTextField();

    private ChoicePopup(String name, List<Findable> all) {
        this.all = List.copyOf(all);
        field.setName("choice.query");
        field.putClientProperty("JTextField.placeholderText", name);
        field.getAccessibleContext().setAccessibleName(name);
        list.setName("choice.list");
        list.getAccessibleContext().setAccessibleName(name);
        list.setFocusable(false);
        list.setVisibleRowCount(Math.min(ROWS, Math.max(1, all.size())));
        list.setFixedCellHeight(UIScale.scale(24));
        list.setFixedCellWidth(UIScale.scale(WIDTH - 2 * PAD));
        list.setCellRenderer(new Line());
        Edits.onTyping(field, this::fill);
        Edits.onKey(field, "ENTER", this::take);
        Edits.onKey(field, "ESCAPE", () -> popup.setVisible(false));
        Edits.onKey(field, "DOWN", () -> Edits.move(list, 1));
        Edits.onKey(field, "UP", () -> Edits.move(list, -1));
        Edits.onClick(list, this::take);
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        JPanel content = new JPanel(new BorderLayout(0, UIScale.scale(4)));
        int pad = UIScale.scale(PAD);
        content.setBorder(BorderFactory.createEmptyBorder(pad, pad, pad, pad));
        content.add(field, BorderLayout.NORTH);
        content.add(scroll, BorderLayout.CENTER);
        content.setPreferredSize(new Dimension(UIScale.scale(WIDTH), content.getPreferredSize().height));
        popup.add(content);
        fill();
    }

    /** Opens over a component. */
    static void open(String name, List<Findable> all, Component over, Point at) {
        ChoicePopup choice = new ChoicePopup(name, all);
        choice.popup.show(over, at.x, at.y);
        SwingUtilities.invokeLater(choice.field::requestFocusInWindow);
    }

    private void fill() {
        found.clear();
        all.stream().filter(entry -> entry.fits(field.getText())).forEach(found::addElement);
        list.setSelectedIndex(0);
    }

    private void take() {
        Findable chosen = list.getSelectedValue();
        popup.setVisible(false);
        if (chosen != null) {
            chosen.deed().run();
        }
    }

    /** An entry and, after a gap, its hint. */
    private static final class Line extends DefaultListCellRenderer {
        private static final long serialVersionUID = 1;

        @Override
        public Component getListCellRendererComponent(
                JList<?> from, Object value, int index, boolean selected, boolean focused) {
            super.getListCellRendererComponent(from, value, index, selected, focused);
            if (value instanceof Findable entry) {
                setText(entry.hint().isEmpty() ? entry.name() : entry.name() + "    " + entry.hint());
            }
            setBorder(BorderFactory.createEmptyBorder(0, UIScale.scale(8), 0, UIScale.scale(8)));
            return this;
        }
    }
}
