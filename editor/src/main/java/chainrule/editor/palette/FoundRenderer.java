package chainrule.editor.palette;

import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.op.NodeType;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;

/** Paints a find: label and id on one line, what it does below. */
final class FoundRenderer extends JPanel implements ListCellRenderer<NodeType> {
    private static final long serialVersionUID = 1;

    private final JLabel label = new JLabel();
    private final JLabel id = new JLabel();
    private final JLabel summary = new JLabel();

    FoundRenderer() {
        super(new BorderLayout());
        add(label, BorderLayout.WEST);
        add(id, BorderLayout.EAST);
        add(summary, BorderLayout.SOUTH);
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends NodeType> list, NodeType type, int index, boolean isSelected, boolean cellHasFocus) {
        Colors colors = Colors.current();
        setBorder(BorderFactory.createEmptyBorder(
                UIScale.scale(5), UIScale.scale(8), UIScale.scale(5), UIScale.scale(8)));
        setBackground(isSelected ? Colors.mixed(colors.card(), colors.cursor(), 0.18) : colors.card());
        label.setText(type.label());
        label.setFont(Fonts.ui(UIScale.scale(13f), true));
        label.setForeground(colors.text());
        label.setIcon(new Square(colors.shelf(type.category())));
        label.setIconTextGap(UIScale.scale(8));
        id.setText(type.id());
        id.setFont(Fonts.mono(UIScale.scale(11.5f), false));
        id.setForeground(colors.quiet());
        String line = type.help().summary();
        summary.setText(line.isEmpty() ? type.formula() : line);
        summary.setFont(Fonts.ui(UIScale.scale(12f), false));
        summary.setForeground(colors.quiet());
        summary.setBorder(BorderFactory.createEmptyBorder(UIScale.scale(2), UIScale.scale(18), 0, 0));
        getAccessibleContext().setAccessibleName(type.label() + ": " + line);
        return this;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(UIScale.scale(200), super.getPreferredSize().height);
    }

    /** The colour of a shelf. */
    private record Square(java.awt.Color color) implements Icon {
        @Override
        public void paintIcon(Component component, Graphics graphics, int x, int y) {
            Graphics2D g = (Graphics2D) graphics.create();
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setColor(color);
            int arc = UIScale.scale(4);
            g.fillRoundRect(x, y, getIconWidth(), getIconHeight(), arc, arc);
            g.dispose();
        }

        @Override
        public int getIconWidth() {
            return UIScale.scale(10);
        }

        @Override
        public int getIconHeight() {
            return UIScale.scale(10);
        }
    }
}
