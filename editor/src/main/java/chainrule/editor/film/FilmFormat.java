package chainrule.editor.film;

import chainrule.editor.picture.Ending;
import chainrule.editor.picture.PictureFormat;
import chainrule.language.Phrases;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a film becomes: one file that moves, or a numbered file for each frame. */
public enum FilmFormat {
    GIF(null),
    SVG(PictureFormat.SVG),
    PNG(PictureFormat.PNG),
    PDF(PictureFormat.PDF);

    private static final Phrases WORDS = Phrases.of(FilmFormat.class);

    private final Optional<PictureFormat> frames;

    FilmFormat(@Nullable PictureFormat frames) {
        this.frames = Optional.ofNullable(frames);
    }

    /** What each frame becomes; empty where they are in one file. */
    public Optional<PictureFormat> frames() {
        return frames;
    }

    /** Whether it consists of pixels, so that a scale makes it larger. */
    public boolean isOfPixels() {
        return this == GIF || this == PNG;
    }

    /** How the names of its files end, without the dot. */
    public String ending() {
        return Ending.of(this);
    }

    /** The kind that a file's name ends with; empty where it is another. */
    public static Optional<FilmFormat> of(Path path) {
        return Ending.kind(path, values());
    }

    @Override
    public String toString() {
        return WORDS.text("format." + ending());
    }
}
