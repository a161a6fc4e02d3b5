package chainrule.editor.palette;

import chainrule.op.Catalog;
import chainrule.op.Category;
import chainrule.op.NodeType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Which lines the palette shows: the shelves, and the entries of those that are open or that a filter has found. */
final class Shelves {
    private final Supplier<Catalog> catalog;
    private final TypeSearch search;
    private final Starred starred;
    private final Set<ShelfId> closed = new HashSet<>();
    private String filter = "";

    /**
     * @param catalog what the palette holds, asked for each time
     */
    Shelves(Supplier<Catalog> catalog, Starred starred) {
        this.catalog = catalog;
        this.starred = starred;
        this.search = new TypeSearch(catalog);
    }

    void filter(String words) {
        filter = words.strip();
    }

    void toggle(ShelfId shelf) {
        if (!closed.remove(shelf)) {
            closed.add(shelf);
        }
    }

    void open(ShelfId shelf, boolean open) {
        if (open) {
            closed.remove(shelf);
        } else {
            closed.add(shelf);
        }
    }

    /** The shelves that are closed. */
    Set<ShelfId> closed() {
        return Set.copyOf(closed);
    }

    void openAll(boolean open) {
        ShelfId.all().forEach(shelf -> open(shelf, open));
    }

    /** The lines from top to bottom; a shelf on which the filter leaves nothing is not there. */
    List<Row> rows() {
        Set<String> found = new HashSet<>();
        search.find(filter).forEach(type -> found.add(type.id()));
        Catalog known = catalog.get();
        List<Row> rows = new ArrayList<>();
        add(rows, ShelfId.STARRED, entries(starred.in(known), ShelfId.STARRED, found));
        for (Category category : Category.values()) {
            List<NodeType> types =
                    known.types().stream().filter(t -> t.category() == category).toList();
            add(rows, ShelfId.of(category), entries(types, ShelfId.of(category), found));
        }
        add(rows, ShelfId.PIECES, pieces());
        return rows;
    }

    private void add(List<Row> rows, ShelfId shelf, List<? extends Row> lines) {
        boolean open = !filter.isEmpty() || !closed.contains(shelf);
        if (!lines.isEmpty()) {
            rows.add(new Row.Shelf(shelf, open, lines.size()));
        }
        if (open) {
            rows.addAll(lines);
        }
    }

    private List<Row.Entry> entries(List<NodeType> types, ShelfId shelf, Set<String> found) {
        return types.stream()
                .filter(type -> found.contains(type.id()))
                .map(type -> new Row.Entry(type, shelf, starred.has(type)))
                .toList();
    }

    /** The pieces whose title or purpose has every word of the filter. */
    private List<Row.Several> pieces() {
        return Piece.all().stream()
                .filter(piece -> Arrays.stream(filter.toLowerCase(Locale.ROOT).split(" +"))
                        .allMatch(word -> (piece.title() + " " + piece.summary())
                                .toLowerCase(Locale.ROOT)
                                .contains(word)))
                .map(Row.Several::new)
                .toList();
    }

    /** The best find of the filter. */
    List<NodeType> found() {
        return filter.isEmpty() ? List.of() : search.find(filter);
    }
}
