package chainrule.io;

/**
 * A text on the canvas.
 *
 * @param text Markdown
 * @param at top left corner
 * @param size width and height
 */
public record Note(String id, String text, Point at, Point size) {}
