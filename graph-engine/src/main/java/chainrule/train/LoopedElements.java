package chainrule.train;

import chainrule.kernel.Axpy;
import chainrule.kernel.Buffer;
import chainrule.kernel.Stop;

/** Elements that a loop moves, one after the other. */
final class LoopedElements implements Elements {
    /** Elements after which it asks whether to leave: some milliseconds of work. */
    private static final int SPAN = 1 << 18;

    private final Buffer values;
    private final Buffer gradients;
    private final UpdateRule rule;
    private final Axpy descent;
    private final Stop stop;
    private double[][] moments;
    /** The first element that has not moved in a step that was left. */
    private int next;

    LoopedElements(Buffer values, Buffer gradients, UpdateRule rule) {
        this.values = values;
        this.gradients = gradients;
        this.rule = rule;
        this.moments = new double[rule.optimizer().moments()][Math.toIntExact(values.size())];
        this.descent = new Axpy(gradients, values);
        this.stop = values.stop();
    }

    @Override
    public double[][] moments() {
        return moments;
    }

    @Override
    public void remember(double[][] others) {
        moments = others;
        next = 0;
    }

    @Override
    public double squares() {
        double sum = 0;
        long size = gradients.size();
        for (long from = 0; from < size; from += SPAN) {
            stop.check();
            long to = Math.min(size, from + SPAN);
            for (long i = from; i < to; i++) {
                sum += gradients.get(i) * gradients.get(i);
            }
        }
        return sum;
    }

    @Override
    public void step(double factor, int step, double rate) {
        Optimizer optimizer = rule.optimizer();
        int size = (int) values.size();
        if (factor == 1 && rule.clip() instanceof Clip.None && optimizer.descends()) {
            descent.run(-rate);
            return;
        }
        Optimizer.ElementRule moved = optimizer.at(step, rate);
        while (next < size) {
            stop.check();
            int to = Math.min(size, next + SPAN);
            clip(next, to, factor);
            move(moved, next, to);
            next = to;
        }
        next = 0;
    }

    private void clip(int from, int to, double factor) {
        if (factor != 1) {
            for (int i = from; i < to; i++) {
                gradients.set(i, gradients.get(i) * factor);
            }
        } else if (rule.clip() instanceof Clip.ByValue bound) {
            for (int i = from; i < to; i++) {
                gradients.set(i, bound.held(gradients.get(i)));
            }
        }
    }

    private void move(Optimizer.ElementRule moved, int from, int to) {
        for (int i = from; i < to; i++) {
            values.set(i, moved.updated(values.get(i), gradients.get(i), moments, i));
        }
    }
}
