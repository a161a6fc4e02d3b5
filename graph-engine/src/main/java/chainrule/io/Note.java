package chainrule.io;

/**
 * A text on the canvas.
 *
 * @param text Markdown
 * @param at top left corner
 * @param size width and height
 */
public record Note(String id, String text, Point at, Point size) {
    public Note saying(String words) {
        return new Note(id, words, at, size);
    }

    public Note placed(Point corner, Point extent) {
        return new Note(id, text, corner, extent);
    }
}
