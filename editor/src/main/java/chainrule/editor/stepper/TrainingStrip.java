package chainrule.editor.stepper;

import chainrule.editor.session.LossCurve;
import chainrule.editor.session.Scrubber;
import chainrule.editor.session.TrainingSession;
import chainrule.editor.session.TrainingState;
import chainrule.editor.theme.Colors;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.event.MouseEvent;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A training laid out in time, its loss as a line; what is to come is empty. The violet cursor can be dragged to any
 * step that is done, and to the next one.
 */
final class TrainingStrip extends TimeStrip {
    private static final Phrases WORDS = Phrases.of(TrainingStrip.class);
    private static final long serialVersionUID = 1;
    private static final int HEIGHT = 38;
    private static final int TOP = 12;
    private static final double LEAST_EPOCH = 8;
    private static final double BLINK = 0.05;

    private final transient TrainingSession training;
    private final transient Scrubber scrubber;

    TrainingStrip(TrainingSession training, Scrubber scrubber) {
        super("training.strip", HEIGHT, WORDS.text("strip.name"));
        this.training = training;
        this.scrubber = scrubber;
    }

    /** Which training step it is, of how many, and in which epoch. */
    static String place(TrainingState state, int step) {
        return state.epoch() > 1
                ? WORDS.text("strip.epoch", step, state.steps(), step / state.epoch() + 1)
                : WORDS.text("strip.step", step, state.steps());
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        TrainingState state = training.state();
        int step = Math.min(stepAt(event.getX()), state.done());
        TrainingState.Kept kept = state.kept();
        String moments = WORDS.count(
                "strip.kept",
                kept.moments(),
                Digits.significant(kept.bytes() / (double) (1 << 20), 2),
                training.mostKept() >> 20);
        return "<html>" + WORDS.text("strip.goTo", place(state, step), loss(state.curve(), step)) + "<br>" + moments
                + "<br>" + again(kept);
    }

    /** How many steps are run again at most, and how long that takes where it is more than a blink. */
    private static String again(TrainingState.Kept kept) {
        if (kept.again() == 0) {
            return WORDS.text("strip.all");
        }
        String steps = WORDS.count("strip.again", kept.again());
        return kept.longest() < BLINK
                ? steps
                : WORDS.text("strip.longest", steps, Digits.significant(kept.longest(), 1));
    }

    private static String loss(LossCurve curve, int step) {
        LossCurve.Point found = null;
        for (LossCurve.Point point : curve.points()) {
            found = point.step() <= step ? point : found;
        }
        return found == null ? "" : " · " + WORDS.text("strip.loss", Digits.brief(found.mean()));
    }

    /** The step that a place stands for, whether it is done or not. */
    int stepAt(int x) {
        return (int) Math.max(0, Math.round((x - left()) / width() * steps()));
    }

    /** Where a step is. */
    double x(int step) {
        return left() + width() * step / steps();
    }

    @Override
    void dragTo(int x) {
        scrubber.goTo(stepAt(x));
    }

    @Override
    String place() {
        return place(training.state(), scrubber.step());
    }

    @Override
    void paint(Graphics2D g) {
        Colors colors = Colors.current();
        TrainingState state = training.state();
        Rectangle2D whole = new Rectangle2D.Double(left(), px(TOP), width(), getHeight() - px(TOP + 3));
        g.setColor(Colors.mixed(colors.panel(), colors.hairline(), 0.35));
        g.fill(whole);
        g.setColor(colors.valueGround());
        g.fill(new Rectangle2D.Double(whole.getX(), whole.getY(), x(state.done()) - left(), whole.getHeight()));
        paintEpochs(g, colors, state, whole);
        paintLoss(g, colors, state.curve(), whole);
        paintCursor(g, colors, whole);
    }

    private void paintEpochs(Graphics2D g, Colors colors, TrainingState state, Rectangle2D whole) {
        double pitch = width() * state.epoch() / steps();
        if (state.epoch() > 1 && pitch >= px(LEAST_EPOCH)) {
            g.setColor(colors.hairline());
            g.setStroke(new BasicStroke((float) px(1)));
            for (int step = state.epoch(); step < steps(); step += state.epoch()) {
                g.draw(new Line2D.Double(x(step), whole.getY(), x(step), whole.getMaxY()));
            }
        }
    }

    private void paintLoss(Graphics2D g, Colors colors, LossCurve curve, Rectangle2D whole) {
        LossCurve.Axis axis = curve.axis();
        List<LossCurve.Point> points = curve.finite();
        Path2D line = new Path2D.Double();
        for (LossCurve.Point point : points) {
            double x = x(point.step());
            double y = whole.getMaxY() - px(3) - (whole.getHeight() - px(6)) * axis.share(point.mean());
            if (line.getCurrentPoint() == null) {
                line.moveTo(x, y);
            }
            line.lineTo(x, y);
        }
        g.setColor(colors.value());
        g.setStroke(new BasicStroke((float) px(1.4), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(line);
    }

    private void paintCursor(Graphics2D g, Colors colors, Rectangle2D whole) {
        double x = x(scrubber.step());
        g.setColor(colors.cursor());
        g.setStroke(new BasicStroke((float) px(scrubber.isPending() ? 1 : 2)));
        paintCursor(g, x, whole.getMaxY());
    }

    private int steps() {
        return Math.max(1, training.state().steps());
    }

    private double width() {
        return Math.max(1, getWidth() - 2 * left());
    }
}
