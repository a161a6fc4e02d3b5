package chainrule.editor.picture;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The end of a file's name, which says of what kind the file is: a dot and the kind's name in small letters. */
public final class Ending {
    private Ending() {}

    /** How the names of files of a kind end, without the dot. */
    public static String of(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The one of some kinds that a file's name ends with, in letters of either size; empty where it is none of them. */
    public static <K extends Enum<K>> Optional<K> kind(Path path, K[] kinds) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return Stream.of(kinds).filter(kind -> name.endsWith("." + of(kind))).findFirst();
    }
}
