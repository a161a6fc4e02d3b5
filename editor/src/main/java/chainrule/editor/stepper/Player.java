package chainrule.editor.stepper;

import chainrule.editor.session.Stepper;
import chainrule.trace.TraceCursor;
import java.util.List;
import javax.swing.Timer;

/** Steps through the pass by itself, from the beginning where the cursor is at the end, and stops there. */
public final class Player {
    /** Steps per beat. */
    public static final List<Double> SPEEDS = List.of(0.5, 1.0, 2.0, 4.0, 8.0);

    private static final int BEAT = 800;

    private final Stepper stepper;
    private final Runnable changed;
    private final Timer timer;

    /**
     * @param changed called after playing began or stopped
     */
    public Player(Stepper stepper, Runnable changed) {
        this.stepper = stepper;
        this.changed = changed;
        this.timer = new Timer(BEAT, beat -> advance());
    }

    public boolean playing() {
        return timer.isRunning();
    }

    /** How fast: 1 is one step in 0.8 seconds. */
    public void speed(double factor) {
        timer.setDelay((int) (BEAT / factor));
    }

    /** Begins playing, or pauses. */
    public void toggle() {
        if (playing()) {
            pause();
        } else {
            if (stepper.cursor().map(TraceCursor::isAtEnd).orElse(true)) {
                stepper.toStart();
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
        stepper.next();
        if (stepper.cursor().map(TraceCursor::isAtEnd).orElse(true)) {
            pause();
        }
    }
}
