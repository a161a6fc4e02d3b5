package chainrule.editor.inspector;

import chainrule.editor.action.Edits;
import chainrule.editor.part.Column;
import chainrule.editor.part.WholeNumberSpinner;
import chainrule.editor.theme.Colors;
import chainrule.language.Phrases;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Toolkit;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.IOException;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.SpinnerNumberModel;

/**
 * The last two axes of a tensor as a table; a spinner chooses which slice of the axes before. Cells are typed, copied
 * to a spreadsheet and pasted from one, where a block that reaches over the edge makes the table grow.
 */
final class TensorGrid extends JPanel {
    private static final Phrases WORDS = Phrases.of(TensorGrid.class);
    private static final long serialVersionUID = 1;
    private static final int CELL = 74;
    private static final int ROW = 24;
    private static final int MOST_ROWS = 9;

    private final transient Consumer<Tensor> edited;
    private final transient Consumer<String> refused;
    private final SliceModel model;
    private final JTable table;
    private final JSpinner slice = new WholeNumberSpinner(0, 0, 0, 1);
    private final JPanel slices = new JPanel(new BorderLayout());
    private final JScrollPane scroll;

    /**
     * @param edited hears the whole tensor after each edit
     * @param refused hears why an edit was refused, as the end of a sentence that begins with the setting's name
     */
    TensorGrid(String name, Consumer<Tensor> edited, Consumer<String> refused) {
        super(new Column(4));
        this.edited = edited;
        this.refused = refused;
        this.model = new SliceModel(edited);
        this.table = new JTable(model);
        this.scroll = new JScrollPane(table);
        setOpaque(false);
        build(name);
    }

    void show(Tensor tensor) {
        Shape shape = tensor.shape();
        boolean columns = model.getColumnCount() != columns(shape);
        model.show(tensor, Math.min(model.slice(), slicesOf(shape) - 1));
        if (columns) {
            model.fireTableStructureChanged();
            resizeColumns();
        }
        slices.setVisible(slicesOf(shape) > 1);
        slice.setModel(new SpinnerNumberModel(model.slice(), 0, slicesOf(shape) - 1, 1));
        int rows = Math.min(model.getRowCount(), MOST_ROWS);
        int bar = columns(shape) > 3 ? UIScale.scale(12) : 0;
        scroll.setPreferredSize(new Dimension(UIScale.scale(CELL), rows * table.getRowHeight() + 3 + bar));
        revalidate();
    }

    private void build(String name) {
        table.setName("setting." + name + ".grid");
        table.getAccessibleContext().setAccessibleName(WORDS.text("grid.name", name));
        table.setTableHeader(null);
        table.setFont(Section.formulaFont());
        table.setRowHeight(UIScale.scale(ROW));
        table.setAutoResizeMode(JTable.AUTO_RESIZE_OFF);
        table.setCellSelectionEnabled(true);
        table.setShowGrid(true);
        table.setGridColor(Colors.current().hairline());
        table.setSurrendersFocusOnKeystroke(true);
        table.putClientProperty("terminateEditOnFocusLost", true);
        table.setDefaultEditor(Object.class, new NumberCellEditor(refused));
        table.setDefaultRenderer(Object.class, new NumberCellRenderer());
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        scroll.setBorder(BorderFactory.createLineBorder(Colors.current().hairline()));
        int menu = Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();
        Edits.onKey(table, KeyStroke.getKeyStroke(java.awt.event.KeyEvent.VK_C, menu), this::copy);
        Edits.onKey(table, KeyStroke.getKeyStroke(java.awt.event.KeyEvent.VK_V, menu), this::paste);
        slices.setOpaque(false);
        slices.add(Section.quiet(WORDS.text("grid.slice")), BorderLayout.CENTER);
        slices.add(slice, BorderLayout.EAST);
        slice.addChangeListener(event -> model.choose((Integer) slice.getValue()));
        add(slices);
        add(scroll);
        add(buttons());
    }

    private JPanel buttons() {
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 0, 0));
        buttons.setOpaque(false);
        JButton copy = Section.small(WORDS.text("grid.copy"), WORDS.text("grid.copy.hint"));
        copy.addActionListener(event -> copy());
        JButton paste = Section.small(WORDS.text("grid.paste"), WORDS.text("grid.paste.hint"));
        paste.addActionListener(event -> paste());
        buttons.add(copy);
        buttons.add(paste);
        return buttons;
    }

    private void resizeColumns() {
        for (int i = 0; i < table.getColumnCount(); i++) {
            table.getColumnModel().getColumn(i).setPreferredWidth(UIScale.scale(CELL));
        }
    }

    private void copy() {
        int[] rows = table.getSelectedRows();
        int[] columns = table.getSelectedColumns();
        Tensor block = rows.length * columns.length > 1
                ? model.block(rows[0], columns[0], rows.length, columns.length)
                : model.block(0, 0, model.getRowCount(), model.getColumnCount());
        clipboard().setContents(new StringSelection(SpreadsheetText.write(block)), null);
    }

    private void paste() {
        try {
            Object text = clipboard().getData(DataFlavor.stringFlavor);
            paste(String.valueOf(text));
        } catch (UnsupportedFlavorException | IOException | IllegalStateException nothing) {
            refused.accept(WORDS.text("grid.noText"));
        }
    }

    /** Puts a block of numbers at the marked cell. */
    void paste(String text) {
        try {
            Tensor block = SpreadsheetText.read(text);
            int row = Math.max(0, table.getSelectedRow());
            int column = Math.max(0, table.getSelectedColumn());
            edited.accept(model.pasted(block, row, column));
        } catch (SpreadsheetText.Refused problem) {
            refused.accept(WORDS.text("grid.refused", problem.sentence()));
        }
    }

    private Clipboard clipboard() {
        return getToolkit().getSystemClipboard();
    }

    private static int columns(Shape shape) {
        return shape.isScalar() ? 1 : shape.dim(-1);
    }

    private static int slicesOf(Shape shape) {
        return shape.rank() < 3 ? 1 : (int) (shape.size() / shape.dim(-1) / shape.dim(-2));
    }
}
