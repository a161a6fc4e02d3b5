package chainrule.editor.output;

import chainrule.editor.canvas.GraphPicture;
import chainrule.editor.theme.Colors;
import chainrule.language.Phrases;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import javax.swing.JPanel;

/** A picture as large as there is room, on squares where it lets through. */
final class Preview extends JPanel {
    private static final Phrases WORDS = Phrases.of(Preview.class);
    private static final long serialVersionUID = 1;
    private static final int SQUARE = 8;

    private transient GraphPicture picture;

    Preview(GraphPicture picture) {
        this.picture = picture;
        setOpaque(false);
        setName("picture.preview");
        setPreferredSize(UIScale.scale(new Dimension(640, 420)));
        getAccessibleContext().setAccessibleName(WORDS.text("picture.preview"));
    }

    void show(GraphPicture other) {
        picture = other;
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        double scale = Math.min(1, Math.min(getWidth() / picture.width(), getHeight() / picture.height()));
        double width = picture.width() * scale;
        double height = picture.height() * scale;
        g.translate((getWidth() - width) / 2, (getHeight() - height) / 2);
        squares(g, width, height);
        g.clip(new Rectangle2D.Double(0, 0, width, height));
        g.scale(scale, scale);
        picture.paint(g);
        g.dispose();
    }

    private void squares(Graphics2D g, double width, double height) {
        Graphics2D ground = (Graphics2D) g.create();
        ground.clip(new Rectangle2D.Double(0, 0, width, height));
        Color panel = Colors.current().panel();
        int size = UIScale.scale(SQUARE);
        for (int y = 0; y * size < height; y++) {
            for (int x = 0; x * size < width; x++) {
                ground.setColor(
                        (x + y) % 2 == 0
                                ? panel
                                : Colors.mixed(panel, Colors.current().quiet(), 0.15));
                ground.fillRect(x * size, y * size, size, size);
            }
        }
        ground.dispose();
    }
}
