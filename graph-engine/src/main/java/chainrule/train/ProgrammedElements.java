package chainrule.train;

import chainrule.kernel.Buffer;
import chainrule.kernel.Motion;
import chainrule.kernel.Squares;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Elements that ND4J operations move, all at once; what is remembered of them lies where those reach it. */
final class ProgrammedElements implements Elements {
    private final UpdateRule rule;
    private final Squares squares;
    /** By one number; absent where nothing is clipped. */
    private final @Nullable Motion clipping;

    private final Motion moving;
    private boolean clipped;

    ProgrammedElements(Buffer values, Buffer gradients, UpdateRule rule) {
        Optimizer optimizer = rule.optimizer();
        int numbers = optimizer.numbers(1, 0).length;
        this.rule = rule;
        this.squares = new Squares(gradients);
        boolean byValue = rule.clip() instanceof Clip.ByValue;
        this.clipping = rule.clip() instanceof Clip.None
                ? null
                : new Motion(
                        gradients,
                        gradients,
                        0,
                        1,
                        now -> List.of(
                                byValue
                                        ? Clip.ByValue.held(
                                                now.value(), now.numbers().get(0))
                                        : now.value().times(now.numbers().get(0))));
        this.moving = new Motion(values, gradients, optimizer.moments(), numbers, optimizer::moved);
    }

    @Override
    public double[][] moments() {
        return moving.moments();
    }

    @Override
    public void remember(double[][] moments) {
        moving.remember(moments);
        clipped = false;
    }

    @Override
    public double squares() {
        return squares.get();
    }

    @Override
    public void step(double factor, int step, double rate) {
        if (!clipped) {
            clip(factor);
            clipped = true;
        }
        moving.run(rule.optimizer().numbers(step, rate));
        clipped = false;
    }

    private void clip(double factor) {
        if (clipping != null && rule.clip() instanceof Clip.ByValue bound) {
            clipping.run(bound.most());
        } else if (clipping != null && factor != 1) {
            clipping.run(factor);
        }
    }
}
