package chainrule.editor.document;

import chainrule.graph.Node;
import chainrule.op.Literal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The documents of an editing session in order, and which of them is current. Undo goes back to an old document; no
 * edit knows how to undo itself. Bounded in length and in bytes of the tensors that its documents hold. Used on one
 * thread.
 */
public final class History {
    /** Most edits that can be undone. */
    public static final int MOST_EDITS = 1000;

    /** Most bytes of setting values that old documents may keep alive. */
    public static final long MOST_BYTES = 256L << 20;

    /** A document, and the edit that led to it. */
    private record Entry(Document document, String label, @Nullable Object gesture) {}

    private final Deque<Entry> past = new ArrayDeque<>();
    private final Deque<Entry> future = new ArrayDeque<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private final List<Consumer<String>> refused = new ArrayList<>();
    private Entry current;
    private Document saved;

    public History(Document start) {
        this.current = new Entry(start, "", null);
        this.saved = start;
    }

    public Document document() {
        return current.document();
    }

    /** Calls back with the reason, as a sentence, when an edit is not carried out. */
    public void onRefused(Consumer<String> listener) {
        refused.add(listener);
    }

    /** Carries out an edit. */
    public void perform(Command command) {
        perform(command, null);
    }

    /**
     * Carries out an edit that is part of a gesture: edits with the same token, made when the mouse was pressed or the
     * field was entered, become one step of undo.
     */
    public void perform(Command command, @Nullable Object gesture) {
        Optional<String> refusal = command.refusal(document());
        if (refusal.isPresent()) {
            List.copyOf(refused).forEach(listener -> listener.accept(refusal.get()));
            return;
        }
        Document next = command.applied(document());
        if (next.equals(document())) {
            return;
        }
        boolean merges = gesture != null && Objects.equals(gesture, current.gesture()) && future.isEmpty();
        if (!merges) {
            past.push(current);
        }
        future.clear();
        current = new Entry(next, command.label(), gesture);
        trim();
        changed();
    }

    public void undo() {
        goTo(Math.max(0, past.size() - 1));
    }

    public void redo() {
        goTo(past.size() + 1);
    }

    /** What undo would take back; empty where there is nothing. */
    public Optional<String> undoLabel() {
        return past.isEmpty() ? Optional.empty() : Optional.of(current.label());
    }

    /** What redo would do again; empty where there is nothing. */
    public Optional<String> redoLabel() {
        return Optional.ofNullable(future.peek()).map(Entry::label);
    }

    /** What was done, in order; what was undone is at the end. */
    public List<String> labels() {
        List<String> labels = new ArrayList<>();
        past.descendingIterator().forEachRemaining(entry -> labels.add(entry.label()));
        labels.add(current.label());
        future.forEach(entry -> labels.add(entry.label()));
        return List.copyOf(labels.subList(1, labels.size()));
    }

    /** How many of the edits that {@link #labels()} names are done. */
    public int done() {
        return past.size();
    }

    /** Undoes or redoes until so many edits are done; listeners hear of it once. */
    public void goTo(int edits) {
        int before = past.size();
        while (past.size() > edits) {
            future.push(current);
            current = past.pop();
        }
        while (past.size() < edits && !future.isEmpty()) {
            past.push(current);
            current = future.pop();
        }
        if (past.size() != before) {
            changed();
        }
    }

    /** Whether the current document is another than the saved one. */
    public boolean dirty() {
        return document() != saved;
    }

    /** Declares the current document saved. */
    public void markSaved() {
        saved = document();
        changed();
    }

    /** Begins anew with another document, which counts as saved. */
    public void restart(Document start) {
        past.clear();
        future.clear();
        current = new Entry(start, "", null);
        saved = start;
        changed();
    }

    /** Calls back after every change of the current document or of {@link #dirty()}. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void changed() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    private void trim() {
        while (past.size() > MOST_EDITS || (past.size() > 1 && bytes() > MOST_BYTES)) {
            past.removeLast();
        }
    }

    /** Bytes of the values that past documents hold beyond those that the document after each of them shares. */
    private long bytes() {
        long sum = 0;
        Document later = document();
        for (Entry entry : past) {
            sum += bytesNotShared(entry.document(), later);
            later = entry.document();
        }
        return sum;
    }

    private static long bytesNotShared(Document document, Document later) {
        if (document.graph() == later.graph()) {
            return 0;
        }
        long sum = 0;
        for (Node node : document.graph().nodes()) {
            boolean shared = later.graph()
                    .find(node.id())
                    .filter(n -> n.settings() == node.settings())
                    .isPresent();
            for (Literal literal : node.settings().literals().values()) {
                if (!shared && literal instanceof Literal.Numbers numbers) {
                    sum += 8L * numbers.value().size();
                }
            }
        }
        return sum;
    }
}
