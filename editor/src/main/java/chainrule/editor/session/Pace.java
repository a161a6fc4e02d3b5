package chainrule.editor.session;

import java.util.concurrent.TimeUnit;

/** How often something is told that also takes time: a few times a second, and less where that would take much of it. */
final class Pace {
    private static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(60);
    /** What takes long is followed by so many times its time without it. */
    private static final int REST = 4;

    private long next;

    /** Lets it be told at once. */
    void begin() {
        next = 0;
    }

    boolean due(long now) {
        return now >= next;
    }

    /** Counts from when it was told, and what that took. */
    void told(long from, long to) {
        next = to + Math.max(LEAST_NANOS, REST * (to - from));
    }
}
