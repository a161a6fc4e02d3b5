package chainrule.editor.canvas;

import chainrule.editor.theme.Colors;

/**
 * How a picture of a graph looks.
 *
 * @param transparent whether what lies behind shows through where nothing is painted
 * @param dots whether the grid is painted
 * @param margin around everything, in pixels at scale 1
 */
public record PictureStyle(Colors colors, boolean transparent, boolean dots, double margin) {
    private static final double MARGIN = 40;

    /** On the canvas of a theme, with its grid. */
    public static PictureStyle of(Colors colors) {
        return new PictureStyle(colors, false, true, MARGIN);
    }
}
