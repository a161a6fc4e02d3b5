package chainrule.editor.compare;

import chainrule.editor.theme.Fonts;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;

/** What differs, line by line, with the numbers of both graphs; a line leads to its node in both. */
final class DifferenceList extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Phrases WORDS = Phrases.of(DifferenceList.class);
    private static final List<String> COLUMNS = List.of("list.name", "list.first", "list.second", "list.apart");

    private final Rows rows = new Rows();
    private final JTable table = new JTable(rows);

    /**
     * @param go told the node of the line that is clicked or entered
     */
    DifferenceList(Consumer<NodeId> go) {
        super(new BorderLayout());
        table.setName("compare.list");
        table.getAccessibleContext().setAccessibleName(WORDS.text("list.title"));
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setFillsViewportHeight(true);
        table.getTableHeader().setReorderingAllowed(false);
        table.setToolTipText(WORDS.text("list.tip"));
        DefaultTableCellRenderer right = new DefaultTableCellRenderer();
        right.setHorizontalAlignment(SwingConstants.RIGHT);
        for (int column = 1; column < COLUMNS.size(); column++) {
            table.getColumnModel().getColumn(column).setCellRenderer(right);
        }
        table.getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke("ENTER"), "go");
        table.getActionMap().put("go", new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent event) {
                chosen(go);
            }
        });
        table.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                chosen(go);
            }
        });
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(scroll);
        setPreferredSize(UIScale.scale(new Dimension(330, 150)));
    }

    /** Shows these, with the line that was chosen still chosen. */
    void show(List<Difference> differences) {
        table.setFont(Fonts.mono(UIScale.scale(12f), false));
        table.setRowHeight(UIScale.scale(22));
        if (!differences.equals(rows.shown)) {
            int chosen = table.getSelectedRow();
            String name = chosen < 0 ? "" : rows.shown.get(chosen).name();
            rows.shown = List.copyOf(differences);
            rows.fireTableDataChanged();
            for (int row = 0; row < differences.size(); row++) {
                if (differences.get(row).name().equals(name)) {
                    table.setRowSelectionInterval(row, row);
                }
            }
        }
    }

    private void chosen(Consumer<NodeId> go) {
        int row = table.getSelectedRow();
        if (row >= 0) {
            go.accept(rows.shown.get(row).node());
        }
    }

    private static final class Rows extends AbstractTableModel {
        private static final long serialVersionUID = 1;

        private transient List<Difference> shown = List.of();

        @Override
        public int getRowCount() {
            return shown.size();
        }

        @Override
        public int getColumnCount() {
            return COLUMNS.size();
        }

        @Override
        public String getColumnName(int column) {
            return WORDS.text(COLUMNS.get(column));
        }

        @Override
        public Object getValueAt(int row, int column) {
            Difference line = shown.get(row);
            return switch (column) {
                case 0 -> line.name();
                case 1 -> line.first();
                case 2 -> line.second();
                default -> line.apart();
            };
        }
    }
}
