package chainrule.editor.canvas;

import chainrule.editor.document.Document;
import chainrule.editor.document.command.PlaceNodes;
import chainrule.editor.layout.Box;
import chainrule.editor.layout.LayeredLayout;
import chainrule.graph.Edge;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.io.Point;
import chainrule.language.Phrases;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** Puts nodes in order: aligned, evenly apart, along straight edges, or laid out anew. Each is one step of undo. */
public final class Arranging {
    private static final Phrases WORDS = Phrases.of(Arranging.class);

    private final GraphCanvas canvas;
    private final Executor worker;
    private final Executor ui;

    /**
     * @param worker computes layouts
     * @param ui where commands are carried out
     */
    public Arranging(GraphCanvas canvas, Executor worker, Executor ui) {
        this.canvas = canvas;
        this.worker = worker;
        this.ui = ui;
    }

    /** A worker with a thread of its own for each task, so that a layout waits for no training. */
    public static Executor apart() {
        return task -> {
            Thread thread = new Thread(task, "layout");
            thread.setDaemon(true);
            thread.start();
        };
    }

    /** Moves the selected nodes so that one side of them is on one line: that of the outermost, or the mean middle. */
    public void align(Side side) {
        List<Card> cards = selected();
        double share = side.share();
        var lines = cards.stream().mapToDouble(c -> start(c, side.horizontal()) + share * extent(c, side.horizontal()));
        double line = (share == 0 ? lines.min() : share == 1 ? lines.max() : lines.average()).orElse(0);
        Map<NodeId, Point> places = new LinkedHashMap<>();
        for (Card card : cards) {
            places.put(card.id(), place(card, side.horizontal(), line - share * extent(card, side.horizontal())));
        }
        perform(side.title(), places);
    }

    /** Moves the selected nodes between the first and the last of them so that all gaps are the same. */
    public void distribute(boolean horizontal) {
        List<Card> cards = selected().stream()
                .sorted(Comparator.comparingDouble(c -> start(c, horizontal)))
                .toList();
        Card last = cards.get(cards.size() - 1);
        double first = start(cards.get(0), horizontal);
        double room = start(last, horizontal) + extent(last, horizontal) - first;
        double filled = cards.stream().mapToDouble(c -> extent(c, horizontal)).sum();
        double gap = (room - filled) / (cards.size() - 1);
        Map<NodeId, Point> places = new LinkedHashMap<>();
        double at = first;
        for (Card card : cards) {
            places.put(card.id(), place(card, horizontal, Math.rint(at)));
            at += extent(card, horizontal) + gap;
        }
        perform(WORDS.text(horizontal ? "arrange.across" : "arrange.down"), places);
    }

    /** Moves the selected nodes up or down so that the edges among them, or else the edge before each, are level. */
    public void straighten() {
        Scene scene = canvas.scene();
        Set<NodeId> chosen = canvas.selection().nodes();
        Map<NodeId, Point> places = new LinkedHashMap<>();
        Set<Slot> straight = new java.util.LinkedHashSet<>();
        for (NodeId id : canvas.document().graph().topological()) {
            if (!chosen.contains(id)) {
                continue;
            }
            canvas.document().graph().into(id).stream()
                    .filter(e -> chosen.size() == 1 || chosen.contains(e.from().node()))
                    .findFirst()
                    .ifPresent(edge -> {
                        places.put(id, level(scene, edge, places));
                        straight.add(edge.to());
                    });
        }
        canvas.perform(new PlaceNodes(WORDS.text("arrange.straighten"), places, straight));
    }

    /** Lays out the selected nodes, or all where none is selected, from left to right; computed on the worker. */
    public void layOut() {
        Document before = canvas.document();
        List<Card> cards = canvas.selection().nodes().size() > 1
                ? selected()
                : List.copyOf(canvas.scene().cards());
        boolean all = cards.size() == before.graph().nodes().size();
        List<Box> boxes = cards.stream().map(Arranging::box).toList();
        Set<NodeId> ids = cards.stream().map(Card::id).collect(Collectors.toSet());
        List<Edge> edges = before.graph().edges().stream()
                .filter(e -> ids.contains(e.from().node()) && ids.contains(e.to().node()))
                .toList();
        String label = all ? WORDS.text("arrange.all") : WORDS.text("arrange.several", boxes.size());
        worker.execute(() -> {
            Map<NodeId, Point> places = LayeredLayout.of(boxes, edges);
            Set<Slot> straight = edges.stream().map(Edge::to).collect(Collectors.toSet());
            ui.execute(() -> show(before, new PlaceNodes(label, places, straight), all));
        });
    }

    /** A layout of a document that was edited meanwhile is dropped. */
    private void show(Document before, PlaceNodes laidOut, boolean all) {
        if (canvas.document() == before) {
            canvas.perform(laidOut);
            if (all) {
                canvas.camera().fit();
            }
        }
    }

    private Point level(Scene scene, Edge edge, Map<NodeId, Point> moved) {
        Card from = scene.card(edge.from().node()).orElseThrow();
        Card to = scene.card(edge.to().node()).orElseThrow();
        Point2D end = to.inputs().getOrDefault(edge.to(), new Point2D.Double());
        Point2D start = from.outputs().getOrDefault(edge.from(), end);
        double shift = moved.containsKey(from.id())
                ? moved.getOrDefault(from.id(), new Point(0, 0)).y()
                        - from.bounds().getY()
                : 0;
        return new Point(to.bounds().getX(), to.bounds().getY() + start.getY() + shift - end.getY());
    }

    private List<Card> selected() {
        Set<NodeId> chosen = canvas.selection().nodes();
        return canvas.scene().cards().stream()
                .filter(c -> chosen.contains(c.id()))
                .toList();
    }

    private void perform(String label, Map<NodeId, Point> places) {
        canvas.perform(new PlaceNodes(label, places));
    }

    /** A card as something to be laid out. */
    static Box box(Card card) {
        Rectangle2D b = card.bounds();
        return new Box(
                card.id(),
                new Point(b.getX(), b.getY()),
                new Point(b.getWidth(), b.getHeight()),
                inside(b, card.inputs()),
                inside(b, card.outputs()));
    }

    private static <T> Map<T, Point> inside(Rectangle2D bounds, Map<T, Point2D> ports) {
        Map<T, Point> result = new LinkedHashMap<>();
        ports.forEach((port, at) -> result.put(port, new Point(at.getX() - bounds.getX(), at.getY() - bounds.getY())));
        return result;
    }

    private static Point place(Card card, boolean horizontal, double start) {
        return horizontal
                ? new Point(start, card.bounds().getY())
                : new Point(card.bounds().getX(), start);
    }

    private static double start(Card card, boolean horizontal) {
        return horizontal ? card.bounds().getX() : card.bounds().getY();
    }

    private static double extent(Card card, boolean horizontal) {
        return horizontal ? card.bounds().getWidth() : card.bounds().getHeight();
    }
}
