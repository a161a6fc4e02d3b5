package chainrule.editor.output;

import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.canvas.GraphPicture;
import chainrule.editor.canvas.PictureStyle;
import chainrule.editor.film.Beat;
import chainrule.editor.film.FilmFormat;
import chainrule.editor.theme.Colors;

/**
 * What the learner chose for a film.
 *
 * @param range from which place to which
 * @param every how many training steps lie between two frames
 * @param scale how many pixels one of the canvas is, where it consists of pixels
 */
record FilmChoice(
        FilmSource.Part part,
        FilmSource.Range range,
        int every,
        FilmFormat format,
        int scale,
        Colors colors,
        Beat beat) {
    private static final double MARGIN = 40;

    boolean isOfTraining() {
        return part == FilmSource.Part.TRAINING;
    }

    /** How many frames it has; a pass that is over is seen once more as a whole. */
    int frames(int steps) {
        int places = (range.last() - range.first()) / every + 1;
        return isOfTraining() || range.last() < steps ? places : places + 1;
    }

    /** The graph in its colours. */
    GraphPicture look(GraphCanvas canvas) {
        return GraphPicture.of(canvas, new PictureStyle(colors, false, false, MARGIN));
    }
}
