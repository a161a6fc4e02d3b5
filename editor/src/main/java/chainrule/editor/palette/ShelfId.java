package chainrule.editor.palette;

import chainrule.language.Phrases;
import chainrule.op.Category;
import java.util.List;
import java.util.stream.Stream;

/**
 * A shelf of the palette: that of a category, that of what the learner has starred, or that of pieces.
 *
 * @param name under which it is remembered
 */
record ShelfId(String name) {
    static final ShelfId STARRED = new ShelfId("starred");
    static final ShelfId PIECES = new ShelfId("pieces");

    private static final Phrases WORDS = Phrases.of(ShelfId.class);

    static ShelfId of(Category category) {
        return new ShelfId(category.name());
    }

    /** All shelves from top to bottom. */
    static List<ShelfId> all() {
        return Stream.of(Stream.of(STARRED), Stream.of(Category.values()).map(ShelfId::of), Stream.of(PIECES))
                .flatMap(ids -> ids)
                .toList();
    }

    /** What is written on it, in the language of the moment. */
    String title() {
        boolean own = equals(STARRED) || equals(PIECES);
        return own ? WORDS.text("shelf." + name) : Category.valueOf(name).title();
    }
}
