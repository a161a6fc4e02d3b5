package chainrule.editor.picture;

import chainrule.language.Phrases;
import java.nio.file.Path;
import java.util.Optional;

/** What kind of file a picture becomes. */
public enum PictureFormat {
    PNG,
    SVG,
    PDF;

    private static final Phrases WORDS = Phrases.of(PictureFormat.class);

    /** How it is offered. */
    public String title() {
        return WORDS.text("format." + name());
    }

    /** How the name of its files ends, without the dot. */
    public String ending() {
        return Ending.of(this);
    }

    /** The kind that a file's name ends with; empty where it is another. */
    public static Optional<PictureFormat> of(Path path) {
        return Ending.kind(path, values());
    }

    @Override
    public String toString() {
        return title();
    }
}
