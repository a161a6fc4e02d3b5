package chainrule.editor.canvas;

import chainrule.editor.session.Evaluation;
import javax.swing.Timer;

/** Waits a moment for the engine before what is shown counts as stale: most answers come at once. */
final class Patience {
    private static final int MILLIS = 400;
    private static final int AGAIN = 100;

    private final Timer timer;
    private boolean late;

    /**
     * @param ran called when the patience has run out, and every now and then until the engine answers
     */
    Patience(Runnable ran) {
        timer = new Timer(MILLIS, e -> {
            late = true;
            ran.run();
        });
        timer.setDelay(AGAIN);
    }

    void evaluated(Evaluation evaluation) {
        if (evaluation.state() != Evaluation.State.RUNNING) {
            late = false;
            timer.stop();
        } else if (!timer.isRunning()) {
            timer.start();
        }
    }

    boolean late() {
        return late;
    }
}
