package chainrule.editor.canvas;

import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.Samples;
import chainrule.editor.document.command.ChangeSettings;
import chainrule.editor.document.command.MoveNodes;
import chainrule.editor.session.Evaluation;
import chainrule.editor.session.Evaluator;
import chainrule.editor.theme.Colors;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.GraphFile;
import chainrule.io.Layout;
import chainrule.io.Point;
import chainrule.op.Literal;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * How long one frame of the canvas takes, painted by software on 1600 × 1000 pixels with all values and gradients. No
 * part of the build, since it has no name of a test; run by
 * {@code mvn -pl editor -am test -Dtest=FrameBudget -Dsurefire.failIfNoSpecifiedTests=false}, it prints the table of
 * {@code docs/performance.md}.
 */
class FrameBudget {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;
    private static final int FRAMES = 60;
    private static final int WARM_UP = 120;
    private static final double LEAST_ZOOM = 0.1;

    private final BufferedImage screen = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);

    /** Rows of additions, each fed by its neighbours at the left: as many edges as a dense net has room for. */
    private static Document grid(int count) {
        int rows = (int) Math.ceil(Math.sqrt(count / 2.0));
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        Map<NodeId, Point> places = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            NodeId id = NodeId.of("n" + i);
            boolean first = i < rows;
            nodes.add(
                    first
                            ? Samples.param("n" + i, 0.001 * i, 0, 0).node()
                            : Node.of("n" + i, Samples.CATALOG.get("add")));
            places.put(id, new Point(i / rows * 300.0, i % rows * 150.0));
            if (!first) {
                int left = i - rows;
                int other = left % rows == rows - 1 ? left : left + 1;
                edges.add(new Edge(Source.of(NodeId.of("n" + left)), new Slot(id, "a")));
                edges.add(new Edge(Source.of(NodeId.of("n" + other)), new Slot(id, "b")));
            }
        }
        Graph graph = Graph.of(nodes, edges).rooted(NodeId.of("n" + (count - 1)));
        return new Document(GraphFile.untitled().with(graph).with(new Layout(places, Map.of(), Map.of())));
    }

    @Test
    void printTheTable() {
        Scene empty = scene(Document.untitled(), new Numbers(evaluated(Document.untitled()), null));
        System.out.println("the grid alone, at 100 % and at 60 %: " + timed(i -> paint(empty, 1, i, 0)) + ", "
                + timed(i -> paint(empty, 0.6, i, 0)));
        System.out.println("| nodes | all in sight, pan | zoom step | at 100 %, pan | drag of 50 |");
        System.out.println("|---|---|---|---|---|");
        for (int count : new int[] {300, 1000, 5000}) {
            System.out.println(row(count));
        }
    }

    private String row(int count) {
        Document document = grid(count);
        Numbers numbers = new Numbers(evaluated(document), null);
        Scene scene = scene(document, numbers);
        Rectangle2D box = scene.bounds().orElseThrow();
        double fit = Math.max(LEAST_ZOOM, Math.min(WIDTH / box.getWidth(), HEIGHT / box.getHeight()));
        Set<NodeId> fifty =
                document.graph().nodes().stream().map(Node::id).limit(50).collect(java.util.stream.Collectors.toSet());
        return String.format(
                Locale.ROOT,
                "| %,d | %s (%.0f %%) | %s | %s | %s |",
                count,
                timed(i -> paint(scene, fit, box.getX() - i, box.getY())),
                fit * 100,
                timed(i -> paint(scene, fit * (1 + i % 10 * 0.1), box.getX(), box.getY())),
                timed(i -> paint(scene, 1, box.getCenterX() + i, box.getCenterY())),
                timed(i -> {
                    Document moved = new MoveNodes(fifty, i, i).applied(document);
                    paint(scene.then(moved, numbers, Marks.none(), Colors.light()), fit, box.getX(), box.getY());
                }));
    }

    /** The longest path of all, lit: once found, and painted over the canvas. */
    @Test
    void printTheLight() {
        System.out.println("| nodes | path found | all in sight | with the path lit |");
        System.out.println("|---|---|---|---|");
        for (int count : new int[] {300, 1000, 5000}) {
            Document document = grid(count);
            Scene scene = scene(document, new Numbers(evaluated(document), null));
            Rectangle2D box = scene.bounds().orElseThrow();
            double fit = Math.max(LEAST_ZOOM, Math.min(WIDTH / box.getWidth(), HEIGHT / box.getHeight()));
            Hit.OnSlot end = new Hit.OnSlot(Slot.of("n" + (count - 1), "a"));
            Lit lit = Lit.through(document.graph(), end).orElseThrow();
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %s | %s | %s |%n",
                    count,
                    timed(i -> Lit.through(document.graph(), end)),
                    timed(i -> paint(scene, fit, box.getX() - i, box.getY())),
                    timed(i -> paint(scene, fit, box.getX() - i, box.getY(), lit)));
        }
    }

    /**
     * A value that is dragged: from the new number in the document, past the check and the engine, to the painted canvas.
     * On the window's thread the engine's part is not; here one thread does all, so that nothing is left out.
     */
    @Test
    void printTheDrag() {
        System.out.println("| nodes | document, check and engine | painting | together | at 100 % |");
        System.out.println("|---|---|---|---|---|");
        for (int count : new int[] {300, 1000, 5000}) {
            System.out.println(dragged(count));
        }
    }

    private String dragged(int count) {
        History history = new History(grid(count));
        Evaluator evaluator = new Evaluator(history, Runnable::run, Runnable::run, 1L << 30);
        evaluator.start();
        Scene first = scene(history.document(), new Numbers(evaluator.current(), null));
        AtomicReference<Scene> shown = new AtomicReference<>(first);
        Rectangle2D box = first.bounds().orElseThrow();
        double fit = Math.max(LEAST_ZOOM, Math.min(WIDTH / box.getWidth(), HEIGHT / box.getHeight()));
        IntConsumer compute = i ->
                history.perform(new ChangeSettings(NodeId.of("n3"), "value", new Literal.Number(0.001 * i)), "drag");
        IntConsumer paint = i -> paint(then(shown, history, evaluator), fit, box.getX(), box.getY());
        IntConsumer near = i -> paint(then(shown, history, evaluator), 1, box.getCenterX(), box.getCenterY());
        String row = String.format(
                Locale.ROOT,
                "| %,d | %s | %s | %s | %s |",
                count,
                timed(compute),
                timed(paint),
                timed(compute.andThen(paint)),
                timed(compute.andThen(near)));
        evaluator.close();
        return row;
    }

    /** The next moment of what is shown, as the canvas makes it. */
    private static Scene then(AtomicReference<Scene> shown, History history, Evaluator evaluator) {
        return shown.updateAndGet(before ->
                before.then(history.document(), new Numbers(evaluator.current(), null), Marks.none(), Colors.light()));
    }

    private static Evaluation evaluated(Document document) {
        Evaluator evaluator = new Evaluator(new History(document), Runnable::run, Runnable::run, 1L << 30);
        evaluator.start();
        evaluator.close();
        return evaluator.current();
    }

    private static Scene scene(Document document, Numbers numbers) {
        return new Scene(document, numbers, Marks.none(), Colors.light());
    }

    /** One frame, as {@link CanvasFace} paints it. */
    private void paint(Scene scene, double zoom, double left, double top) {
        paint(scene, zoom, left, top, null);
    }

    private void paint(Scene scene, double zoom, double left, double top, @Nullable Lit lit) {
        Graphics2D g = screen.createGraphics();
        g.setColor(scene.colors().canvas());
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.scale(zoom, zoom);
        g.translate(-left, -top);
        ScenePainter painter =
                new ScenePainter(g, scene, zoom, new Rectangle2D.Double(left, top, WIDTH / zoom, HEIGHT / zoom));
        painter.grid();
        painter.paint();
        if (lit != null) {
            painter.light(lit);
        }
        g.dispose();
    }

    /** What the painting thread computed, whatever else the machine did. */
    private static long clock() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Median and ninety-fifth percentile in milliseconds. */
    private static String timed(IntConsumer frame) {
        double[] millis = new double[FRAMES];
        for (int i = -WARM_UP; i < FRAMES; i++) {
            long start = clock();
            frame.accept(i);
            if (i >= 0) {
                millis[i] = (clock() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        return String.format(Locale.ROOT, "%.1f (%.1f)", millis[FRAMES / 2], millis[FRAMES * 95 / 100]);
    }
}
