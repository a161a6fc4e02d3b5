package chainrule.editor.inspector;

import chainrule.editor.theme.Colors;
import chainrule.tensor.Digits;
import java.awt.Component;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;

/** Shows a number of a grid in four digits, all of them in the tooltip. */
final class NumberCellRenderer extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1;

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean isSelected, boolean hasFocus, int row, int column) {
        super.getTableCellRendererComponent(table, value, isSelected, hasFocus, row, column);
        setHorizontalAlignment(SwingConstants.TRAILING);
        if (value instanceof Double number) {
            setText(Digits.brief(number));
            setToolTipText(Digits.full(number));
        }
        if (!isSelected) {
            setBackground(Colors.current().card());
            setForeground(Colors.current().text());
        }
        return this;
    }
}
