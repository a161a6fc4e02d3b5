package chainrule.editor.film;

/**
 * How long frames are seen.
 *
 * @param millis each
 * @param repeats whether it begins again at its end
 */
public record Beat(int millis, boolean repeats) {
    /** The shortest that programs keep to. */
    public static final int LEAST = 20;

    public static final int MOST = 60_000;
    private static final int USUAL = 800;
    private static final int HELD = 3;

    /** As fast as the timeline plays. */
    public static Beat usual() {
        return new Beat(USUAL, true);
    }

    /** How long a frame is seen, in hundredths of a second: the last one longer, so that the end is noticed. */
    int hundredths(int frame, int frames) {
        int tenths = Math.max(2, Math.round(millis / 10f));
        return frame == frames - 1 ? HELD * tenths : tenths;
    }

    /** How long so many frames are seen together, in seconds. */
    public double seconds(int frames) {
        return millis * (frames - 1 + HELD) / 1000.0;
    }
}
