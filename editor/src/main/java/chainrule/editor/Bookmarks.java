package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.file.Filing;
import chainrule.editor.file.Origin;
import chainrule.editor.file.ViewMemory;
import chainrule.editor.session.Showing;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Places of a document that a digit leads back to, also inside of opened nodes. They are remembered for each file, not
 * in it: they are of the one who looks.
 */
final class Bookmarks {
    private static final Phrases WORDS = Phrases.of(Bookmarks.class);
    private static final String SET = "bookmark.set";
    private static final String GO = "bookmark.go";
    private static final String FORGET = "bookmark.forget";
    private static final int MOST = 9;

    private final Showing showing;
    private final GraphCanvas canvas;
    private final Filing filing;
    private final ViewMemory memory;
    private final Map<Integer, ViewMemory.Mark> marks = new TreeMap<>();

    Bookmarks(Showing showing, GraphCanvas canvas, Filing filing, ViewMemory memory) {
        this.showing = showing;
        this.canvas = canvas;
        this.filing = filing;
        this.memory = memory;
        filing.onOpen(this::recall);
    }

    void addTo(Actions actions) {
        for (int i = 1; i <= MOST; i++) {
            int number = i;
            actions.add(EditorAction.of(GO + number, WORDS.text(GO, number), () -> go(number)))
                    .keys(Scope.CANVAS, String.valueOf(number))
                    .named(() -> name(number))
                    .unless(() -> whyNot(number));
        }
        for (int i = 1; i <= MOST; i++) {
            int number = i;
            actions.add(EditorAction.of(SET + number, WORDS.text(SET, number), () -> {
                        set(number);
                        actions.refresh();
                    }))
                    .keys(Scope.CANVAS, "menu " + number);
        }
        actions.add(EditorAction.of(FORGET, WORDS.text(FORGET), () -> {
                    marks.clear();
                    keep();
                    actions.refresh();
                }))
                .unless(() -> marks.isEmpty() ? Optional.of(WORDS.text("bookmark.none")) : Optional.empty());
    }

    /** The entries of a menu: where to go, then what to set. */
    static String[] menu() {
        Stream<String> go = IntStream.rangeClosed(1, MOST).mapToObj(i -> GO + i);
        Stream<String> set = IntStream.rangeClosed(1, MOST).mapToObj(i -> SET + i);
        return Stream.of(go, Stream.of(""), set, Stream.of("", FORGET))
                .flatMap(ids -> ids)
                .toArray(String[]::new);
    }

    /** The document is closed: what was seen last and the bookmarks are remembered for the file that it is in by now. */
    void close() {
        if (filing.origin() instanceof Origin.OnDisk disk && canvas.keyboard().getWidth() > 0) {
            memory.remember(disk.path(), seen());
            keep();
        }
    }

    private ViewMemory.View seen() {
        return new ViewMemory.View(canvas.camera().middle(), canvas.zoom());
    }

    private void keep() {
        if (filing.origin() instanceof Origin.OnDisk disk) {
            memory.rememberMarks(disk.path(), marks);
        }
    }

    private void recall() {
        marks.clear();
        if (filing.origin() instanceof Origin.OnDisk disk) {
            marks.putAll(memory.marks(disk.path()));
        }
    }

    private void set(int number) {
        NodeId inside = showing.scope().inside();
        marks.put(number, new ViewMemory.Mark(seen(), inside == null ? "" : inside.name()));
        keep();
        canvas.voice().say(WORDS.text("bookmark.isSet", number));
    }

    /** Without a bookmark, 1 shows the whole graph as it does in other programs. */
    private void go(int number) {
        ViewMemory.Mark mark = marks.get(number);
        if (mark == null) {
            canvas.camera().fit();
            return;
        }
        NodeId now = showing.scope().inside();
        if (mark.inside().equals(now == null ? "" : now.name())) {
            canvas.camera().show(mark.view().middle(), mark.view().zoom());
            return;
        }
        canvas.camera().showNext(mark.view().middle(), mark.view().zoom());
        if (mark.inside().isEmpty()) {
            showing.show(chainrule.editor.session.Scope.outside());
        } else {
            showing.open(NodeId.of(mark.inside())).ifPresent(refusal -> {
                canvas.camera().showNextAsItWas();
                canvas.say(WORDS.text("bookmark.gone", number, mark.inside()));
            });
        }
    }

    private String name(int number) {
        ViewMemory.Mark mark = marks.get(number);
        if (mark == null) {
            return number == 1 ? WORDS.text("bookmark.first") : WORDS.text(GO, number);
        }
        return mark.inside().isEmpty() ? WORDS.text(GO, number) : WORDS.text("bookmark.goIn", number, mark.inside());
    }

    private Optional<String> whyNot(int number) {
        return number == 1 || marks.containsKey(number)
                ? Optional.empty()
                : Optional.of(WORDS.text("bookmark.unset", number));
    }
}
