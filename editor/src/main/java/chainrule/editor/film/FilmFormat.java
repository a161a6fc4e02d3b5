package chainrule.editor.film;

import chainrule.editor.picture.PictureFormat;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a film becomes: one file that moves, or a numbered file for each frame. */
public enum FilmFormat {
    GIF("GIF, moving", null),
    SVG("SVG, numbered files", PictureFormat.SVG),
    PNG("PNG, numbered files", PictureFormat.PNG),
    PDF("PDF, numbered files", PictureFormat.PDF);

    private final String title;
    private final Optional<PictureFormat> frames;

    FilmFormat(String title, @org.jspecify.annotations.Nullable PictureFormat frames) {
        this.title = title;
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
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind that a file's name ends with; empty where it is another. */
    public static Optional<FilmFormat> of(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> name.endsWith("." + format.ending()))
                .findFirst();
    }

    @Override
    public String toString() {
        return title;
    }
}
