package chainrule.editor.canvas;

import chainrule.editor.document.RemarkId;
import chainrule.editor.session.Selection;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.language.Phrases;
import java.awt.Graphics2D;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.swing.KeyStroke;

/**
 * The keyboard on the canvas: whether arrows walk the graph, and what they have reached. What is reached is selected;
 * nodes that are kept stay selected beside it.
 */
public final class Walking {
    private static final Phrases WORDS = Phrases.of(Walking.class);

    private final GraphCanvas canvas;
    private final Map<KeyStroke, Runnable> keys = new HashMap<>();
    private final Set<NodeId> kept = new LinkedHashSet<>();
    private Hit at = new Hit.OnNothing();
    private boolean on;
    private boolean going;

    Walking(GraphCanvas canvas) {
        this.canvas = canvas;
        arrow("LEFT", -1, 0);
        arrow("RIGHT", 1, 0);
        arrow("UP", 0, -1);
        arrow("DOWN", 0, 1);
        key("TAB", () -> to(walk().next(at(), 1), WORDS.text("walk.empty")));
        key("shift TAB", () -> to(walk().next(at(), -1), WORDS.text("walk.empty")));
        key("ENTER", () -> canvas.asking().enter(at()));
        key("SPACE", this::keep);
    }

    /** Whether arrows walk the graph. */
    public boolean on() {
        return on;
    }

    /** Lets arrows walk the graph, or move what is selected. */
    public void turn(boolean wanted) {
        on = wanted;
        kept.clear();
        canvas.repaint();
        canvas.voice().say(WORDS.text(wanted ? "walk.on" : "walk.off"));
    }

    /** What the keyboard has reached, or else what is selected. */
    public Hit at() {
        return there(at) ? at : new Hit.OnNothing();
    }

    /** What a menu that a key opens is about: what is reached, or else one of what is selected. */
    Hit reached() {
        Selection selection = canvas.selection();
        Optional<Hit> node = selection.nodes().stream().findFirst().map(Hit.OnNode::new);
        return there(at)
                ? at
                : node.or(() -> selection.edges().stream().findFirst().map(Hit.OnEdge::new))
                        .or(() -> selection.remarks().stream().findFirst().map(Hit.OnRemark::new))
                        .orElse(new Hit.OnNothing());
    }

    /** Does what a key means on the way; whether it means anything. */
    boolean pressed(KeyStroke key) {
        Runnable deed = on && canvas.gestures().current().isEmpty() ? keys.get(key) : null;
        if (deed != null) {
            deed.run();
        }
        return deed != null;
    }

    /** Something was selected: the keyboard goes on from there. */
    void selected() {
        Selection selection = canvas.selection();
        if (!going) {
            kept.clear();
            Optional<Hit> only = selection.onlyNode().map(Hit.OnNode::new);
            at = only.or(() -> selection.onlyEdge().map(Hit.OnEdge::new))
                    .or(() -> selection.onlyRemark().map(Hit.OnRemark::new))
                    .or(() -> Optional.of(at).filter(hit -> Walk.nodeOf(hit)
                            .filter(selection.nodes()::contains)
                            .isPresent()))
                    .orElse(new Hit.OnNothing());
        }
    }

    void paint(Graphics2D g) {
        if (on && canvas.control().isFocusOwner()) {
            new FocusRing(canvas.scene(), canvas.zoom()).paint(g, at());
        }
    }

    /** Goes to a thing, selects it, shows it and says what it is. */
    public void go(Hit hit) {
        at = hit;
        going = true;
        try {
            select(hit);
        } finally {
            going = false;
        }
        new FocusRing(canvas.scene(), canvas.zoom()).box(hit).ifPresent(canvas.camera()::reveal);
        canvas.face().access(hit).ifPresentOrElse(canvas.voice()::reached, () -> {});
        canvas.voice().say(new Spoken(canvas.scene()).name(hit));
        canvas.repaint();
    }

    private void select(Hit hit) {
        Set<NodeId> nodes = new LinkedHashSet<>(kept);
        Set<Slot> edges = new LinkedHashSet<>();
        Set<RemarkId> remarks = new LinkedHashSet<>();
        if (hit instanceof Hit.OnEdge on) {
            edges.add(on.slot());
        } else if (hit instanceof Hit.OnRemark on) {
            remarks.add(on.id());
        } else {
            Walk.nodeOf(hit).ifPresent(nodes::add);
        }
        canvas.selection().select(nodes, edges, remarks);
    }

    /** Keeps the reached node selected, or no longer. */
    private void keep() {
        Walk.nodeOf(at()).ifPresent(node -> {
            boolean released = kept.remove(node);
            if (!released) {
                kept.add(node);
            }
            go(new Hit.OnNode(node));
            canvas.voice().say(WORDS.text(released ? "walk.released" : "walk.kept", node));
        });
    }

    private void to(Optional<Hit> next, String none) {
        next.ifPresentOrElse(this::go, () -> canvas.voice().say(none));
    }

    private void arrow(String key, int right, int down) {
        key(key, () -> to(walk().node(at(), right, down), none(right)));
        key("shift " + key, () -> to(walk().part(at(), right, down), none(right)));
        key("alt " + key, () -> new CanvasEdits(canvas).nudge(right * Grid.PITCH, down * Grid.PITCH));
    }

    private String none(int right) {
        return WORDS.text(right == 0 ? "walk.end" : right < 0 ? "walk.unfed" : "walk.feedsNone");
    }

    private void key(String key, Runnable deed) {
        keys.put(KeyStroke.getKeyStroke(key), deed);
    }

    private Walk walk() {
        return new Walk(canvas.scene());
    }

    private boolean there(Hit hit) {
        return new FocusRing(canvas.scene(), canvas.zoom()).box(hit).isPresent();
    }
}
