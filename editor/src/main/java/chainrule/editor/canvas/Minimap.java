package chainrule.editor.canvas;

import chainrule.editor.theme.Colors;
import chainrule.language.Phrases;
import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JPanel;

/** The whole graph in a corner of the canvas, while not all of it is seen. A press or a drag shows that part. */
final class Minimap extends JPanel {
    private static final Phrases WORDS = Phrases.of(Minimap.class);
    private static final long serialVersionUID = 1;
    private static final int WIDTH = 150;
    private static final int HEIGHT = 96;
    private static final int GAP = 14;
    private static final double PAD = 8;

    private final transient Supplier<Scene> scene;
    private final transient Viewport viewport;
    private final transient Runnable moved;

    Minimap(Supplier<Scene> scene, Viewport viewport, Runnable moved) {
        super(null);
        this.scene = scene;
        this.viewport = viewport;
        this.moved = moved;
        setOpaque(false);
        setToolTipText(WORDS.text("minimap.hint"));
        getAccessibleContext().setAccessibleName(WORDS.text("minimap.name"));
        Drag drag = new Drag();
        addMouseListener(drag);
        addMouseMotionListener(drag);
        addMouseWheelListener(drag);
    }

    /** Goes to its corner of a component of some size. */
    void place(Dimension size) {
        setBounds(size.width - WIDTH - GAP, size.height - HEIGHT - GAP, WIDTH, HEIGHT);
    }

    @Override
    public boolean contains(int x, int y) {
        return super.contains(x, y) && useful();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Optional<Rectangle2D> world = world();
        if (world.isEmpty() || !useful()) {
            return;
        }
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Colors colors = scene.get().colors();
        RoundRectangle2D ground = new RoundRectangle2D.Double(0.5, 0.5, WIDTH - 1.0, HEIGHT - 1.0, 12, 12);
        g.setColor(Colors.faint(colors.panel(), 0.94));
        g.fill(ground);
        g.setColor(colors.hairline());
        g.draw(ground);
        g.clip(ground);
        double scale = scale(world.get());
        g.translate(WIDTH / 2.0, HEIGHT / 2.0);
        g.scale(scale, scale);
        g.translate(-world.get().getCenterX(), -world.get().getCenterY());
        for (RemarkBox remark : scene.get().remarks()) {
            g.setColor(Colors.faint(colors.quiet(), 0.2));
            g.fill(remark.bounds());
        }
        for (Card card : scene.get().cards()) {
            boolean selected = scene.get().marks().nodes().contains(card.id());
            g.setColor(selected ? colors.cursor() : colors.quiet());
            g.fill(card.bounds());
        }
        g.setColor(colors.cursor());
        g.setStroke(new BasicStroke((float) (1.2 / scale)));
        g.draw(seen());
        g.dispose();
    }

    /** Whether there is something that is not seen. */
    private boolean useful() {
        return scene.get().bounds().filter(b -> !seen().contains(b)).isPresent();
    }

    private Rectangle2D seen() {
        return viewport.visible(getParent().getSize());
    }

    private Optional<Rectangle2D> world() {
        return scene.get().bounds().map(b -> b.createUnion(seen()));
    }

    private static double scale(Rectangle2D world) {
        return Math.min((WIDTH - 2 * PAD) / world.getWidth(), (HEIGHT - 2 * PAD) / world.getHeight());
    }

    private final class Drag extends MouseAdapter {
        @Override
        public void mousePressed(MouseEvent e) {
            center(e.getPoint());
        }

        @Override
        public void mouseDragged(MouseEvent e) {
            center(e.getPoint());
        }

        @Override
        public void mouseWheelMoved(MouseWheelEvent e) {
            target(e.getPoint()).ifPresent(target -> {
                double zoom = viewport.zoom() * Math.pow(Gestures.STEP, -e.getPreciseWheelRotation());
                viewport.zoomAt(zoom, viewport.toComponent(target));
                moved.run();
            });
        }

        private void center(Point at) {
            target(at).ifPresent(target -> {
                viewport.center(target, getParent().getSize());
                moved.run();
            });
        }

        private Optional<Point2D> target(Point at) {
            return world().map(world -> {
                double scale = scale(world);
                return new Point2D.Double(
                        world.getCenterX() + (at.x - WIDTH / 2.0) / scale,
                        world.getCenterY() + (at.y - HEIGHT / 2.0) / scale);
            });
        }
    }
}
