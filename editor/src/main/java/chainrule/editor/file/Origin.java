package chainrule.editor.file;

import java.nio.file.Path;

/** Where the document under edit came from. */
public sealed interface Origin {
    /** What the title shows. */
    String name();

    /** Begun empty and never saved. */
    record Nowhere() implements Origin {
        @Override
        public String name() {
            return "Untitled";
        }
    }

    /** A preset, which is opened as a copy. */
    record Preset(String id) implements Origin {
        @Override
        public String name() {
            return id + " (preset)";
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
