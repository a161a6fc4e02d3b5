package chainrule.train;

import java.util.Arrays;

/** The losses and times of the steps of a training so far. */
final class Progress {
    private static final int FIRST_ROOM = 1 << 20;
    private static final int LATE = 64;

    private double[] losses;
    private long[] nanos;

    /**
     * @param steps how many are expected
     */
    Progress(int steps) {
        int room = Math.max(16, Math.min(steps, FIRST_ROOM));
        losses = grown(new double[0], room);
        nanos = new long[room];
    }

    /**
     * @param done how many steps are done with this one
     */
    void add(int done, double loss, long time) {
        if (done > losses.length) {
            int room = Math.max(done, losses.length * 2);
            losses = grown(losses, room);
            nanos = Arrays.copyOf(nanos, room);
        }
        losses[done - 1] = loss;
        nanos[done - 1] = time;
    }

    /** The loss of the last of so many steps; NaN where it was not done here. */
    double loss(int done) {
        return done == 0 || done > losses.length ? Double.NaN : losses[done - 1];
    }

    double[] losses(int done) {
        return grown(losses, done);
    }

    /** The first losses; NaN where a step was not done here. */
    private static double[] grown(double[] losses, int room) {
        double[] result = Arrays.copyOf(losses, room);
        if (room > losses.length) {
            Arrays.fill(result, losses.length, room, Double.NaN);
        }
        return result;
    }

    /** The mean time of the last of so many steps, in nanoseconds. */
    double pace(int done) {
        int end = Math.min(done, nanos.length);
        return Arrays.stream(nanos, Math.max(0, end - LATE), end).average().orElse(0);
    }

    StepTimes times(int done) {
        return StepTimes.of(Arrays.copyOf(nanos, done));
    }
}
