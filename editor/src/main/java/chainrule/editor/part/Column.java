package chainrule.editor.part;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Insets;
import java.awt.LayoutManager;

/**
 * Puts components below each other, each as wide as the column and as high as it needs to be at that width, so that
 * wrapped text gets its lines.
 *
 * @param gap between components, in unscaled pixels
 */
public record Column(int gap) implements LayoutManager {
    private static final int WIDTH_UNKNOWN = 280;

    @Override
    public Dimension preferredLayoutSize(Container parent) {
        Insets insets = parent.getInsets();
        int width = parent.getWidth() > 0 ? parent.getWidth() : UIScale.scale(WIDTH_UNKNOWN);
        int inner = Math.max(1, width - insets.left - insets.right);
        int height = insets.top + insets.bottom;
        boolean first = true;
        for (Component child : parent.getComponents()) {
            if (child.isVisible()) {
                height += (first ? 0 : UIScale.scale(gap)) + height(child, inner);
                first = false;
            }
        }
        return new Dimension(width, height);
    }

    @Override
    public Dimension minimumLayoutSize(Container parent) {
        return new Dimension(UIScale.scale(80), preferredLayoutSize(parent).height);
    }

    @Override
    public void layoutContainer(Container parent) {
        Insets insets = parent.getInsets();
        int inner = Math.max(1, parent.getWidth() - insets.left - insets.right);
        int y = insets.top;
        for (Component child : parent.getComponents()) {
            if (child.isVisible()) {
                int height = height(child, inner);
                child.setBounds(insets.left, y, inner, height);
                y += height + UIScale.scale(gap);
            }
        }
    }

    private static int height(Component child, int width) {
        if (child.getWidth() != width) {
            child.setSize(width, Math.max(1, child.getHeight()));
        }
        return child.getPreferredSize().height;
    }

    @Override
    public void addLayoutComponent(String name, Component component) {}

    @Override
    public void removeLayoutComponent(Component component) {}
}
