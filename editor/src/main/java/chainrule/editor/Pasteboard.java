package chainrule.editor;

import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.document.RemarkId;
import chainrule.editor.document.command.AddFragment;
import chainrule.editor.document.command.Cut;
import chainrule.editor.session.Selection;
import chainrule.editor.session.Workbench;
import chainrule.graph.NodeId;
import chainrule.io.Clipping;
import chainrule.io.FileProblem;
import chainrule.io.Point;
import chainrule.language.Phrases;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Cut, copy and paste through the clipboard of the system, as text: between windows and programs, and by mail. The text
 * is a graph file.
 */
final class Pasteboard {
    private static final Phrases WORDS = Phrases.of(Pasteboard.class);
    private static final double GRID = 10;
    private static final double ASIDE = 20;
    private static final double BELOW = 240;
    private static final Point CARD = new Point(176, 80);

    private static final Manner PASTE = new Manner("edit.paste", "paste.noNodes", "paste.refused");
    private static final Manner INSERT = new Manner("edit.insert", "insert.noNodes", "insert.refused");

    /** What is said of how nodes come, where there are none, and where they are refused. */
    private record Manner(String word, String empty, String refused) {}

    private final Workbench bench;
    private final GraphCanvas canvas;
    private final Supplier<Clipboard> clipboard;
    private final Consumer<String> tell;
    private String lastText = "";
    private Point lastPlace = new Point(Double.NaN, Double.NaN);
    private int repeated;

    /**
     * @param clipboard asked for when it is first used
     * @param tell shows a sentence about what cannot be pasted
     */
    Pasteboard(Workbench bench, GraphCanvas canvas, Supplier<Clipboard> clipboard, Consumer<String> tell) {
        this.bench = bench;
        this.canvas = canvas;
        this.clipboard = clipboard;
        this.tell = tell;
        canvas.asking().onText(this::drop);
    }

    /** Adds the nodes of a text that was dropped. */
    private void drop(String text, Point place) {
        add(text, false, place, INSERT);
    }

    /** Adds the nodes of a text below all that is there. */
    void insert(String text) {
        if (canvas.refuses()) {
            return;
        }
        Collection<Point> taken = bench.document().layout().at().values();
        Point middle = canvas.screenToGraph(new java.awt.Point(canvas.getWidth() / 2, canvas.getHeight() / 2));
        double bottom = taken.stream().mapToDouble(Point::y).max().orElse(Double.NEGATIVE_INFINITY);
        Point place = taken.isEmpty() ? middle : new Point(middle.x(), bottom + BELOW);
        add(text, false, place, INSERT);
        canvas.camera().fit();
    }

    /** Puts the selected nodes on the clipboard. */
    boolean copy() {
        Set<String> remarks = selection().remarks().stream().map(RemarkId::name).collect(Collectors.toSet());
        Clipping clipping = bench.document().clipping(selection().nodes(), remarks);
        if (clipping.isEmpty()) {
            return false;
        }
        return put(new NodeTransfer(clipping.text(), PastedText.program(clipping)));
    }

    /** Puts the selected nodes on the clipboard as a program. */
    void copyText() {
        put(PastedText.program(bench.document().clipping(selection().nodes(), Set.of())));
    }

    /** Puts a text on the clipboard. */
    boolean put(String text) {
        return put(new StringSelection(text));
    }

    private boolean put(Transferable content) {
        try {
            clipboard.get().setContents(content, null);
            return true;
        } catch (IllegalStateException busy) {
            tell.accept(WORDS.text("paste.busy"));
            return false;
        }
    }

    /** Moves the selected nodes to the clipboard. */
    void cut() {
        Cut cut = new Cut(selection().nodes(), selection().remarks());
        if (copy()) {
            bench.perform(cut);
        }
    }

    /** Adds the nodes of the clipboard at the mouse, or in the middle of what is seen. */
    void paste() {
        add(false);
    }

    /** Like paste; edges that led into the copied nodes from outside come along where their sources are here. */
    void pasteConnected() {
        add(true);
    }

    private void add(boolean connected) {
        text().ifPresentOrElse(
                        text -> add(text, connected, canvas.placeToPaste(), PASTE),
                        () -> tell.accept(WORDS.text("paste.noText")));
    }

    private void add(String text, boolean connected, Point at, Manner how) {
        try {
            Clipping read = PastedText.read(text, bench.catalog());
            if (read.isEmpty()) {
                tell.accept(WORDS.text(how.empty()));
                return;
            }
            Optional<String> refusal = read.refusal(bench.document().file());
            if (refusal.isPresent()) {
                tell.accept(WORDS.text(how.refused(), refusal.get()));
                return;
            }
            add(connected ? read : read.detached(), place(text, at), WORDS.text(how.word()));
        } catch (FileProblem problem) {
            tell.accept(WORDS.text(how.refused(), problem.sentence()));
        }
    }

    private void add(Clipping read, Point place, String label) {
        Clipping named = read.namedFor(bench.document().file(), bench.document().inside())
                .cornerAt(corner(read, place));
        bench.perform(new AddFragment(label, named));
        Set<NodeId> nodes = new LinkedHashSet<>();
        named.fragment().nodes().forEach(node -> nodes.add(node.id()));
        Set<RemarkId> remarks = new LinkedHashSet<>();
        named.remarks().frames().forEach(frame -> remarks.add(new RemarkId(frame.id())));
        named.remarks().notes().forEach(note -> remarks.add(new RemarkId(note.id())));
        selection().select(nodes, Set.of(), remarks);
        canvas.requestFocusInWindow();
    }

    /** The same once more at the same place goes a little aside. */
    private Point place(String text, Point place) {
        boolean again = text.equals(lastText) && place.equals(lastPlace);
        repeated = again ? repeated + 1 : 0;
        lastText = text;
        lastPlace = place;
        return place.plus(repeated * ASIDE, repeated * ASIDE);
    }

    /** Where the corner goes so that the middle is at a place. */
    private static Point corner(Clipping clipping, Point middle) {
        Point first = clipping.corner();
        Point last = clipping.lastCorner();
        double x = middle.x() - (last.x() - first.x() + CARD.x()) / 2;
        double y = middle.y() - (last.y() - first.y() + CARD.y()) / 2;
        return new Point(Math.round(x / GRID) * GRID, Math.round(y / GRID) * GRID);
    }

    private Optional<String> text() {
        try {
            Clipboard board = clipboard.get();
            return board.isDataFlavorAvailable(DataFlavor.stringFlavor)
                    ? Optional.of((String) board.getData(DataFlavor.stringFlavor))
                    : Optional.empty();
        } catch (UnsupportedFlavorException | IOException | IllegalStateException gone) {
            return Optional.empty();
        }
    }

    private Selection selection() {
        return bench.selection();
    }
}
