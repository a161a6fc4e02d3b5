package chainrule.presets;

import chainrule.io.GraphFile;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A ready graph of the course. Its file is read when it is first asked for. */
public final class Preset {
    private final String id;
    private final int topic;
    private final boolean core;
    private final String title;
    private final Supplier<GraphFile> source;
    private @Nullable GraphFile file;

    Preset(String id, int topic, boolean core, String title, Supplier<GraphFile> source) {
        this.id = id;
        this.topic = topic;
        this.core = core;
        this.title = title;
        this.source = source;
    }

    /** Its name in calls and in lessons: {@code b3-mazur}. */
    public String id() {
        return id;
    }

    /** The number of the topic that it belongs to. */
    public int topic() {
        return topic;
    }

    /** Whether the course leads through it; others are there for those who want more. */
    public boolean core() {
        return core;
    }

    public String title() {
        return title;
    }

    public synchronized GraphFile file() {
        GraphFile read = file;
        if (read == null) {
            read = source.get();
            file = read;
        }
        return read;
    }

    @Override
    public String toString() {
        return id;
    }
}
