package chainrule.editor.canvas;

import chainrule.editor.session.Interior;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.editor.theme.Tint;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import chainrule.op.Presence;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Paints a node as a card: name, type, value and gradient. Works in graph pixels on any {@link Graphics2D}. */
final class NodePainter {
    private static final Phrases WORDS = Phrases.of(NodePainter.class);

    /** Below this zoom a card shows its name only. */
    static final double NAME_ONLY = 0.4;
    /** Below this zoom a card is a box. */
    static final double BOX_ONLY = 0.18;

    private final Graphics2D g;
    private final Scene scene;
    private final Colors colors;
    private final double zoom;
    private final RowPainter rows;
    private final @Nullable NodeId marked;

    NodePainter(Graphics2D g, Scene scene, double zoom) {
        this.g = g;
        this.scene = scene;
        this.colors = scene.colors();
        this.zoom = zoom;
        this.rows = new RowPainter(g, scene);
        this.marked = scene.numbers().markedNode().orElse(null);
    }

    void paint(Card card) {
        boolean far = zoom < NAME_ONLY;
        boolean red = red(card);
        if (far) {
            FarCard small = new FarCard(g, scene, zoom);
            small.ground(card, line(card, red), width(card, red));
            small.words(card, signed(card));
        } else {
            g.setColor(colors.card());
            g.fill(outline(card, 0));
            title(card);
            if (!card.collapsed()) {
                rows.paint(card);
            }
        }
        if (scene.numbers().stale()) {
            hatch(card);
        }
        absent(card);
        if (card.node().type().block() && Interior.opens(card.node().type())) {
            second(card);
        }
        if (!far || card.node().type().presence() != Presence.ACTIVE) {
            border(card, red);
        }
        if (!far) {
            new PortPainter(g, scene, zoom).paint(card);
            Footnote.of(scene, card).ifPresent(note -> note.paint(g, colors));
            Ailment ailment = scene.marks().ailments().get(card.id());
            if (ailment != null) {
                ailment.paint(g, colors, card);
            }
        }
    }

    private static RoundRectangle2D outline(Card card, double grow) {
        Rectangle2D b = card.bounds();
        double arc = 2 * (NodeMetrics.RADIUS + grow);
        return new RoundRectangle2D.Double(
                b.getX() - grow, b.getY() - grow, b.getWidth() + 2 * grow, b.getHeight() + 2 * grow, arc, arc);
    }

    /** Yellow around the node that the last step was about, or that a lesson points at; lies below the edges. */
    void halo(Card card) {
        if (marked(card) || scene.marks().flashed().contains(card.id())) {
            g.setColor(colors.now());
            g.fill(outline(card, 6));
        }
    }

    private boolean marked(Card card) {
        return card.id().equals(marked);
    }

    private Color line(Card card, boolean red) {
        boolean chosen = scene.marks().nodes().contains(card.id()) || marked(card);
        return chosen ? colors.cursor() : red ? colors.problem() : Colors.mixed(colors.hairline(), colors.quiet(), 0.3);
    }

    private float width(Card card, boolean red) {
        boolean selected = scene.marks().nodes().contains(card.id());
        return selected ? 2.4f : marked(card) || red ? 1.8f : 1.1f;
    }

    private void border(Card card, boolean red) {
        boolean selected = scene.marks().nodes().contains(card.id());
        g.setColor(line(card, red));
        float width = width(card, red);
        Presence presence = card.node().type().presence();
        boolean absent = presence == Presence.BYPASSED || presence == Presence.MUTED;
        g.setStroke(absent ? EdgePainter.dashed(width, 5, 4) : new BasicStroke(width));
        Object before = g.getRenderingHint(RenderingHints.KEY_STROKE_CONTROL);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_NORMALIZE);
        g.draw(outline(card, 0));
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, before);
        if (red && selected) {
            g.setColor(colors.problem());
            g.setStroke(new BasicStroke(1.2f));
            g.draw(outline(card, 2.5));
        }
    }

    /** A block has a doubled edge: there is more behind it. */
    private void second(Card card) {
        g.setColor(Colors.mixed(colors.hairline(), colors.quiet(), 0.55));
        g.setStroke(new BasicStroke(1f));
        g.draw(outline(card, 3.5));
    }

    private void titleGround(Card card) {
        Rectangle2D t = card.collapsed() ? card.bounds() : card.title();
        double r = NodeMetrics.RADIUS;
        Path2D ground = new Path2D.Double();
        if (card.collapsed()) {
            ground.append(outline(card, 0), false);
        } else {
            ground.moveTo(t.getX(), t.getMaxY());
            ground.lineTo(t.getX(), t.getY() + r);
            ground.quadTo(t.getX(), t.getY(), t.getX() + r, t.getY());
            ground.lineTo(t.getMaxX() - r, t.getY());
            ground.quadTo(t.getMaxX(), t.getY(), t.getMaxX(), t.getY() + r);
            ground.lineTo(t.getMaxX(), t.getMaxY());
            ground.closePath();
        }
        g.setColor(tint(card)
                .map(tint -> tint.ground(colors))
                .orElseGet(() -> colors.title(card.node().type().category())));
        g.fill(ground);
    }

    private void title(Card card) {
        titleGround(card);
        Rectangle2D t = card.title();
        Optional<Tint> tint = tint(card);
        g.setColor(tint.map(Tint::ink)
                .orElseGet(() -> colors.shelf(card.node().type().category())));
        g.fill(new RoundRectangle2D.Double(t.getX() + 10, t.getY() + 9, 10, 10, 4, 4));
        if (Interior.opens(card.node().type())) {
            g.setStroke(new BasicStroke(1.2f));
            g.draw(new RoundRectangle2D.Double(t.getX() + 7.5, t.getY() + 6.5, 15, 15, 6, 6));
        }
        Font bold = Fonts.ui(13, true);
        double right = t.getMaxX() - NodeMetrics.PAD;
        double baseline = t.getY() + 18.5;
        right -= marks(card, tint.isPresent(), right, t.getY());
        String name = Lettering.fitted(card.id().last(), bold, right - t.getX() - 28 - 30);
        double nameEnd = t.getX() + 28 + Lettering.width(name, bold);
        g.setColor(colors.text());
        Lettering.left(g, name, bold, t.getX() + 28, baseline);
        boolean stale = scene.numbers().stale();
        Font small = stale ? Fonts.italic(11) : Fonts.ui(11, false);
        String said = stale ? WORDS.text("node.stale") : said(card);
        Presence presence = card.node().type().presence();
        if (presence != Presence.ACTIVE) {
            said = WORDS.text("node." + presence.name().toLowerCase(Locale.ROOT));
        }
        if (scene.numbers().root().filter(card.id()::equals).isPresent()) {
            boolean word = nameEnd + 50 + Lettering.width(said, small) < right;
            g.setColor(tint.isPresent() ? colors.text() : colors.gradient());
            nameEnd = root(nameEnd + 7, t.getCenterY(), word);
        }
        g.setColor(tint.isPresent() ? colors.text() : colors.quiet());
        Lettering.right(g, Lettering.fitted(said, small, right - nameEnd - 8), small, right, baseline - 0.5);
    }

    /** The signs at the right end of the title; answers how much of it they take. */
    private double marks(Card card, boolean tinted, double right, double top) {
        double room = 0;
        if (signed(card)) {
            WarningSign.paint(g, colors, right - 12, top + 7);
            room += 18;
        }
        if (pinned(card)) {
            PinMark.paint(g, tinted ? colors.text() : colors.quiet(), right - room - 9, top + 8);
            room += 15;
        }
        return room;
    }

    private Optional<Tint> tint(Card card) {
        return Tint.of(scene.document().layout().look(card.id()).color());
    }

    private boolean pinned(Card card) {
        return scene.document().layout().look(card.id()).pinned();
    }

    /** What the learner calls the node, or else what its type is called. */
    private static String said(Card card) {
        return card.node().label().isEmpty()
                ? card.node().type().label()
                : card.node().label();
    }

    /** A ring with a seed in it, and the word where there is room. */
    private double root(double x, double y, boolean word) {
        g.setStroke(new BasicStroke(1.3f));
        g.draw(new Ellipse2D.Double(x, y - 4, 8, 8));
        g.fill(new Ellipse2D.Double(x + 2.5, y - 1.5, 3, 3));
        if (!word) {
            return x + 8;
        }
        Font font = Fonts.ui(10, false);
        Lettering.left(g, WORDS.text("node.root"), font, x + 11.5, y + 3.7);
        return x + 11.5 + Lettering.width(WORDS.text("node.root"), font);
    }

    /** A muted card is dim; a bypassed one is dim with a stripe from its inputs to its outputs; a held one is barred. */
    private void absent(Card card) {
        Presence presence = card.node().type().presence();
        if (presence == Presence.ACTIVE) {
            return;
        }
        if (presence == Presence.HELD) {
            bar(card);
            return;
        }
        g.setColor(Colors.faint(colors.canvas(), presence == Presence.MUTED ? 0.5 : 0.35));
        g.fill(outline(card, 0));
        if (presence == Presence.BYPASSED) {
            Rectangle2D b = card.bounds();
            double middle = card.collapsed() ? b.getCenterY() : b.getMaxY() - (b.getHeight() - NodeMetrics.TITLE) / 2;
            g.setColor(colors.cursor());
            g.setStroke(EdgePainter.line(2.4));
            g.draw(new Line2D.Double(b.getMinX() + 8, middle, b.getMaxX() - 8, middle));
        }
    }

    /** A bar before the numbers of a held card: nothing comes in from before it, and nothing goes back. */
    private void bar(Card card) {
        Rectangle2D b = card.bounds();
        double top = card.collapsed() ? b.getY() : b.getY() + NodeMetrics.TITLE;
        g.setColor(colors.text());
        g.fill(new RoundRectangle2D.Double(b.getX() + 4, top + 6, 4, b.getMaxY() - top - 12, 3, 3));
    }

    private void hatch(Card card) {
        Shape clip = g.getClip();
        Rectangle2D b = card.bounds();
        g.clip(outline(card, 0));
        if (!card.collapsed()) {
            g.clip(new Rectangle2D.Double(b.getX(), b.getY() + NodeMetrics.TITLE, b.getWidth(), b.getHeight()));
        }
        g.setColor(Colors.faint(colors.card(), 0.5));
        g.fill(b);
        g.setColor(Colors.faint(colors.quiet(), 0.28));
        g.setStroke(new BasicStroke(1f));
        for (double x = b.getX() - b.getHeight(); x < b.getMaxX(); x += 9) {
            g.draw(new Line2D.Double(x, b.getMaxY(), x + b.getHeight(), b.getY()));
        }
        g.setClip(clip);
    }

    /** Whether the card has a sign: for a problem, or where numbers first stopped being finite. */
    private boolean signed(Card card) {
        return !scene.numbers().problemsAt(card.id()).isEmpty()
                || scene.numbers().nonFinite(card.id()).isPresent()
                || (zoom < NAME_ONLY && scene.marks().ailments().containsKey(card.id()));
    }

    private boolean red(Card card) {
        return !scene.numbers().problemsAt(card.id()).isEmpty()
                || !finite(card.outputs().keySet());
    }

    private boolean finite(Set<Source> outputs) {
        for (Source source : outputs) {
            if (!scene.numbers().finite(source)) {
                return false;
            }
        }
        return true;
    }
}
