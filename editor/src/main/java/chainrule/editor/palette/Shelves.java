package chainrule.editor.palette;

import chainrule.op.Catalog;
import chainrule.op.Category;
import chainrule.op.NodeType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Which lines the palette shows: the shelves, and the entries of those that are open or that a filter has found. */
final class Shelves {
    private final Supplier<Catalog> catalog;
    private final TypeSearch search;
    private final Set<Category> closed = EnumSet.noneOf(Category.class);
    private String filter = "";

    Shelves(Catalog catalog) {
        this(() -> catalog);
    }

    /**
     * @param catalog what the palette holds, asked for each time
     */
    Shelves(Supplier<Catalog> catalog) {
        this.catalog = catalog;
        this.search = new TypeSearch(catalog);
    }

    void filter(String words) {
        filter = words.strip();
    }

    void toggle(Category category) {
        if (!closed.remove(category)) {
            closed.add(category);
        }
    }

    void open(Category category, boolean open) {
        if (open) {
            closed.remove(category);
        } else {
            closed.add(category);
        }
    }

    /** The shelves that are closed. */
    Set<Category> closed() {
        return Set.copyOf(closed);
    }

    void openAll(boolean open) {
        for (Category category : Category.values()) {
            open(category, open);
        }
    }

    /** The lines from top to bottom; a shelf on which the filter leaves nothing is not there. */
    List<Row> rows() {
        boolean filtered = !filter.isEmpty();
        Set<String> found = new HashSet<>();
        search.find(filter).forEach(type -> found.add(type.id()));
        Catalog known = catalog.get();
        List<Row> rows = new ArrayList<>();
        for (Category category : Category.values()) {
            List<NodeType> types = known.types().stream()
                    .filter(t -> t.category() == category && found.contains(t.id()))
                    .toList();
            boolean open = filtered || !closed.contains(category);
            if (!types.isEmpty()) {
                rows.add(new Row.Shelf(category, open, types.size()));
            }
            if (open) {
                types.forEach(type -> rows.add(new Row.Entry(type)));
            }
        }
        return rows;
    }

    /** The best find of the filter. */
    List<NodeType> found() {
        return filter.isEmpty() ? List.of() : search.find(filter);
    }
}
