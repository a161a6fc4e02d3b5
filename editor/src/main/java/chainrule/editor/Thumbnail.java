package chainrule.editor;

import chainrule.editor.canvas.GraphPicture;
import chainrule.editor.document.Document;
import chainrule.editor.session.Evaluation;
import chainrule.editor.theme.Colors;
import chainrule.graph.Validation;
import chainrule.io.GraphFile;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import javax.swing.Icon;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** A graph as a small picture, painted as the canvas paints it; beside the event thread, when it is first seen. */
final class Thumbnail implements Icon {
    private static final int WIDTH = 204;
    private static final int HEIGHT = 116;
    private static final int FINE = 2;
    private static final double LARGEST = 0.7;

    private final Supplier<GraphFile> file;
    private @Nullable BufferedImage image;
    private @Nullable Colors wanted;

    Thumbnail(Supplier<GraphFile> file) {
        this.file = file;
    }

    @Override
    public int getIconWidth() {
        return UIScale.scale(WIDTH);
    }

    @Override
    public int getIconHeight() {
        return UIScale.scale(HEIGHT);
    }

    @Override
    public void paintIcon(Component on, Graphics graphics, int x, int y) {
        Colors colors = Colors.current();
        if (wanted != colors) {
            wanted = colors;
            image = null;
            ForkJoinPool.commonPool().execute(() -> {
                BufferedImage done = painted(file.get(), colors);
                SwingUtilities.invokeLater(() -> {
                    if (wanted == colors) {
                        image = done;
                        on.repaint();
                    }
                });
            });
        }
        Graphics2D g = (Graphics2D) graphics.create();
        g.setColor(colors.canvas());
        g.fillRect(x, y, getIconWidth(), getIconHeight());
        if (image != null) {
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(image, x, y, getIconWidth(), getIconHeight(), null);
        }
        g.setColor(colors.hairline());
        g.drawRect(x, y, getIconWidth() - 1, getIconHeight() - 1);
        g.dispose();
    }

    private static BufferedImage painted(GraphFile file, Colors colors) {
        GraphFile graphOnly = file.withNotes(List.of());
        Document document = new Document(graphOnly);
        Validation validation = Validation.of(document.graph());
        GraphPicture picture = new GraphPicture(
                new Evaluation(document, Evaluation.State.RUNNING, validation, List.of(), null), null, colors);
        int width = WIDTH * FINE;
        int height = HEIGHT * FINE;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(colors.canvas());
        g.fillRect(0, 0, width, height);
        double scale = Math.min(LARGEST * FINE, Math.min(width / picture.width(), height / picture.height()));
        g.translate((width - picture.width() * scale) / 2, (height - picture.height() * scale) / 2);
        picture.paint(g, scale);
        g.dispose();
        return image;
    }
}
