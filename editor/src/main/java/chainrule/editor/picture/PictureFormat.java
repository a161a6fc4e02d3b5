package chainrule.editor.picture;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What kind of file a picture becomes. */
public enum PictureFormat {
    PNG("PNG, pixels"),
    SVG("SVG, lines and text"),
    PDF("PDF, a page");

    private final String title;

    PictureFormat(String title) {
        this.title = title;
    }

    /** How it is offered. */
    public String title() {
        return title;
    }

    /** How the name of its files ends, without the dot. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind that a file's name ends with; empty where it is another. */
    public static Optional<PictureFormat> of(Path path) {
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
