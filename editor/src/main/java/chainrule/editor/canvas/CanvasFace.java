package chainrule.editor.canvas;

import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.graph.Graph;
import chainrule.language.Phrases;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.event.MouseEvent;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.accessibility.Accessible;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/** What the canvas shows: the grid, the graph, the gesture over it, and what is said about it. */
final class CanvasFace implements CellView.Face {
    private static final Phrases WORDS = Phrases.of(CanvasFace.class);

    private final GraphCanvas canvas;
    private final HitTest hits;
    private final List<NodeAccess> nodes = new ArrayList<>();
    private @Nullable Scene known;

    CanvasFace(GraphCanvas canvas, HitTest hits) {
        this.canvas = canvas;
        this.hits = hits;
    }

    @Override
    public void paint(Graphics2D g) {
        Scene scene = canvas.scene();
        Viewport viewport = canvas.viewport();
        Dimension size = canvas.control().getSize();
        g.setColor(scene.colors().canvas());
        g.fill(new Rectangle2D.Double(0, 0, size.getWidth(), size.getHeight()));
        AffineTransform before = g.getTransform();
        g.scale(viewport.zoom(), viewport.zoom());
        g.translate(viewport.left(), viewport.top());
        ScenePainter painter = new ScenePainter(g, scene, viewport.zoom(), viewport.visible(size));
        painter.grid();
        painter.paint();
        canvas.lighting().in(scene.document().graph()).ifPresent(painter::light);
        canvas.gestures().paint(g);
        canvas.walking().paint(g);
        g.setTransform(before);
        over(g, scene, size);
    }

    @Override
    public @Nullable String tip(MouseEvent event) {
        if (canvas.gestures().current().isPresent()) {
            return null;
        }
        Scene scene = canvas.scene();
        return new Tips(scene).at(hits.at(scene, event.getPoint())).orElse(null);
    }

    @Override
    public List<Accessible> nodes() {
        return List.copyOf(accesses());
    }

    /** A node or a port, for assistive tools. */
    Optional<Accessible> access(Hit hit) {
        return accesses().stream().flatMap(node -> node.at(hit).stream()).findFirst();
    }

    /** What lies at a place of the component. */
    Hit hit(Point component) {
        return hits.at(canvas.scene(), component);
    }

    @Override
    public Point menu(@Nullable MouseEvent event) {
        if (event != null) {
            canvas.pointing().at(new Pointed(hit(event.getPoint()), event.getPoint()));
        } else {
            Hit reached = canvas.walking().reached();
            Point middle =
                    new Point(canvas.control().getWidth() / 2, canvas.control().getHeight() / 2);
            canvas.pointing()
                    .at(new Pointed(reached, canvas.pointing().place(reached).orElse(middle)));
        }
        return canvas.pointing().at().component();
    }

    @Override
    public boolean pressed(KeyStroke key) {
        return canvas.walking().pressed(key) || canvas.asking().refused(key);
    }

    /** The same objects while nothing changes, as assistive tools compare them. */
    private List<NodeAccess> accesses() {
        Scene scene = canvas.scene();
        if (scene != known) {
            known = scene;
            nodes.clear();
            scene.cards().forEach(card -> nodes.add(new NodeAccess(card, scene, nodes.size())));
        }
        return nodes;
    }

    @Override
    public String description() {
        Graph graph = canvas.document().graph();
        String counts =
                WORDS.text("canvas.counts", graph.nodes().size(), graph.edges().size());
        String said = canvas.voice().last();
        return said.isEmpty() ? counts : said + " " + counts;
    }

    /** What lies over the graph has the size of the interface, whatever the zoom. */
    private void over(Graphics2D g, Scene scene, Dimension component) {
        double scale = UIScale.getUserScaleFactor();
        g.scale(scale, scale);
        Dimension size = new Dimension((int) (component.width / scale), (int) (component.height / scale));
        Colors colors = scene.colors();
        if (scene.numbers().marked().isPresent()) {
            scene.numbers()
                    .cursor()
                    .flatMap(StepSentence::at)
                    .ifPresent(text -> ScenePainter.pill(g, colors, text, size.getWidth() / 2, 16));
        }
        if (scene.cards().isEmpty()) {
            g.setColor(colors.quiet());
            Lettering.middle(
                    g, WORDS.text("canvas.hint"), Fonts.ui(14, false), size.getWidth() / 2, size.getHeight() / 2);
        }
        if (canvas.vitals().hasLegend()) {
            WireLegend.paint(g, scene.inks(), colors, size);
        }
        Balloon said = canvas.balloon();
        if (said != null) {
            Point pointer = canvas.pointer();
            said.paint(g, colors, new Point((int) (pointer.x / scale), (int) (pointer.y / scale)), size);
        }
    }
}
