package chainrule.editor.stepper;

import chainrule.editor.session.Breaks;
import chainrule.editor.session.Scrubber;
import java.util.List;
import javax.swing.Timer;

/**
 * Goes on by itself, stride by stride, from the beginning where the cursor is at the end, and stops there or at a breakpoint. Where the
 * engine needs longer for a training step than a beat, it is waited for.
 */
public final class Player {
    /** Strides per beat. */
    public static final List<Double> SPEEDS = List.of(0.5, 1.0, 2.0, 4.0, 8.0);

    private static final int BEAT = 800;

    private final Scrubber scrubber;
    private final Breaks breaks;
    private final Runnable changed;
    private final Timer timer;

    /**
     * @param changed called after playing began or stopped
     */
    public Player(Scrubber scrubber, Breaks breaks, Runnable changed) {
        this.breaks = breaks;
        this.scrubber = scrubber;
        this.changed = changed;
        this.timer = new Timer(BEAT, beat -> advance());
    }

    public boolean playing() {
        return timer.isRunning();
    }

    /** How fast: 1 is one stride in 0.8 seconds. */
    public void speed(double factor) {
        timer.setDelay((int) (BEAT / factor));
    }

    /** Begins playing, or pauses. */
    public void toggle() {
        if (playing()) {
            pause();
        } else {
            if (atEnd()) {
                scrubber.toBeginning();
            }
            timer.start();
            changed.run();
        }
    }

    public void pause() {
        if (playing()) {
            timer.stop();
            changed.run();
        }
    }

    private void advance() {
        if (!scrubber.isPending()) {
            boolean met = scrubber.play(breaks);
            if (met || (!scrubber.isPending() && atEnd())) {
                pause();
            }
        }
    }

    private boolean atEnd() {
        return scrubber.refusal(scrubber.stride(), 1).isPresent();
    }
}
