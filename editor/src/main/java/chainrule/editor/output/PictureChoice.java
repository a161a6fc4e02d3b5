package chainrule.editor.output;

import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.canvas.GraphPicture;
import chainrule.editor.canvas.PictureStyle;
import chainrule.editor.picture.PictureFormat;
import chainrule.editor.theme.Colors;

/**
 * What the learner chose for a picture.
 *
 * @param scale how many pixels of a PNG one of the canvas is
 * @param selected whether only what is selected is in it
 * @param dark whether it has the colours of the dark theme
 * @param transparent whether it has no ground
 * @param dots whether the grid is in it
 * @param margin pixels around everything
 * @param graph whether the picture carries the graph, so that it can be opened again
 */
record PictureChoice(
        PictureFormat format,
        int scale,
        boolean selected,
        boolean dark,
        boolean transparent,
        boolean dots,
        int margin,
        boolean graph) {
    /** What the canvas shows, in this choice. */
    GraphPicture of(GraphCanvas canvas) {
        PictureStyle style = new PictureStyle(dark ? Colors.dark() : Colors.light(), transparent, dots, margin);
        return selected ? GraphPicture.ofSelection(canvas, style) : GraphPicture.of(canvas, style);
    }
}
