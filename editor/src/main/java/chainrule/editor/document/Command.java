package chainrule.editor.document;

import java.util.Optional;

/** A named edit: a pure function from a document to the next. It knows nothing of undo. */
public interface Command {
    /** What the menu shows after "Undo", in a few words: {@code Connect w → p.a}. */
    String label();

    /** Why the edit is not carried out, as a sentence; empty where it is. */
    default Optional<String> refusal(Document document) {
        return document.whyFixed();
    }

    /**
     * The document after the edit; the same document where the edit changes nothing.
     *
     * @throws IllegalArgumentException where the edit is impossible, which callers rule out first
     */
    Document applied(Document document);
}
