package chainrule.editor.file;

import chainrule.language.Phrases;
import java.nio.file.Path;

/** Where the document under edit came from. */
public sealed interface Origin {
    /** The words for what has no file. */
    Phrases WORDS = Phrases.of(Origin.class);
    /** What the title shows. */
    String name();

    /** Begun empty and never saved. */
    record Nowhere() implements Origin {
        @Override
        public String name() {
            return WORDS.text("origin.nowhere");
        }
    }

    /** A preset, which is opened as a copy. */
    record Preset(String id) implements Origin {
        @Override
        public String name() {
            return WORDS.text("origin.preset", id);
        }
    }

    /** A file, to which Save writes. */
    record OnDisk(Path path) implements Origin {
        @Override
        public String name() {
            return String.valueOf(path.getFileName());
        }
    }
}
