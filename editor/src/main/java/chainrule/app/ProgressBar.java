package chainrule.app;

import chainrule.train.TrainingRun;

/** One line that says how far a training is, its loss and rate, and how long it will still take. */
final class ProgressBar {
    private static final int WIDTH = 24;
    private static final long REFRESH_NANOS = 100_000_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Terminal terminal;
    private final TrainingRun run;
    private final boolean shown;
    private final long start = System.nanoTime();
    private long last = start;
    private int done;
    private double loss = Double.NaN;
    private int drawn;

    ProgressBar(Terminal terminal, TrainingRun run, boolean shown) {
        this.terminal = terminal;
        this.run = run;
        this.shown = shown;
    }

    /** Brings the line up to date, at most ten times a second; answers whether to go on, which is always. */
    boolean show(int stepsDone, double lossBefore) {
        done = stepsDone;
        loss = lossBefore;
        long now = System.nanoTime();
        if (shown && now - last >= REFRESH_NANOS) {
            last = now;
            draw(now);
        }
        return true;
    }

    /** Draws the last state and ends the line. */
    void end() {
        if (shown) {
            draw(System.nanoTime());
            terminal.err().println();
        }
    }

    private void draw(long now) {
        int all = Math.max(1, run.training().steps());
        double seconds = (now - start) / NANOS_PER_SECOND;
        double left = done == 0 ? 0 : seconds / done * (run.training().steps() - done);
        int filled = (int) ((long) WIDTH * Math.min(done, all) / all);
        String line = "[%s%s] step %d of %d  loss %s  rate %s  %s left"
                .formatted(
                        "#".repeat(filled),
                        ".".repeat(WIDTH - filled),
                        done,
                        run.training().steps(),
                        Figures.text(loss),
                        Figures.text(run.rate(Math.max(0, done - 1))),
                        duration(left));
        terminal.err().print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
        terminal.err().flush();
        drawn = line.length();
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? "%d min %d s".formatted(whole / 60, whole % 60)
                : "%d h %d min".formatted(whole / 3600, whole % 3600 / 60);
    }
}
