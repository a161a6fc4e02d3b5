package chainrule.editor.lesson;

import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import com.formdev.flatlaf.util.UIScale;
import java.awt.GridLayout;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** A table of a page: plain text in cells of one width, numbers at the right. */
final class PageTable {
    private PageTable() {}

    static JPanel of(TableBlock table) {
        JPanel grid = new JPanel(new GridLayout(0, columns(table)));
        grid.setOpaque(false);
        grid.setAlignmentY(0.8f);
        table.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                if (node instanceof TableCell cell) {
                    grid.add(label(cell));
                } else {
                    visitChildren(node);
                }
            }
        });
        return grid;
    }

    private static int columns(TableBlock table) {
        Node head = table.getFirstChild();
        Node row = head == null ? null : head.getFirstChild();
        int columns = 0;
        if (row instanceof TableRow) {
            for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                columns++;
            }
        }
        return Math.max(1, columns);
    }

    private static JLabel label(TableCell cell) {
        Colors colors = Colors.current();
        JLabel label = new JLabel(text(cell));
        label.setFont(Fonts.ui(UIScale.scale(13f), cell.isHeader()));
        label.setForeground(colors.text());
        if (cell.getAlignment() == TableCell.Alignment.RIGHT) {
            label.setHorizontalAlignment(JLabel.TRAILING);
        }
        int x = UIScale.scale(8);
        int y = UIScale.scale(3);
        label.setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(0, 0, 1, 0, colors.hairline()),
                BorderFactory.createEmptyBorder(y, x, y, x)));
        return label;
    }

    private static String text(TableCell cell) {
        StringBuilder text = new StringBuilder();
        cell.accept(new AbstractVisitor() {
            @Override
            public void visit(Text piece) {
                text.append(piece.getLiteral());
            }

            @Override
            public void visit(Code piece) {
                text.append(piece.getLiteral());
            }
        });
        return text.toString();
    }
}
