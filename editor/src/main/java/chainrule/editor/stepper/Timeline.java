package chainrule.editor.stepper;

import chainrule.editor.canvas.StepSentence;
import chainrule.editor.session.Stepper;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.exec.Step;
import chainrule.language.Phrases;
import chainrule.trace.Trace;
import chainrule.trace.TraceCursor;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.event.MouseEvent;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A pass laid out in time: a chip for each step, forward blue, backward orange, what is to come faint. The violet
 * cursor can be dragged. Where there are many steps the chips shrink to ticks.
 */
final class Timeline extends TimeStrip {
    private static final Phrases WORDS = Phrases.of(Timeline.class);
    private static final long serialVersionUID = 1;
    private static final int CHIP_HEIGHT = 30;
    private static final int CHIP_TOP = 12;
    private static final int HEIGHT = 68;
    private static final double LEAST_CHIP = 18;
    private static final double LEAST_NAMED = 60;
    private static final double TO_COME = 0.45;

    private final transient Stepper stepper;

    Timeline(Stepper stepper) {
        super("timeline", HEIGHT, WORDS.text("timeline.name"));
        this.stepper = stepper;
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent event) {
        return stepper.cursor()
                .flatMap(c -> StepSentence.at(c.at(Math.max(1, doneAt(event.getX())))))
                .orElse(null);
    }

    /** How many steps are done where the cursor is dragged to a place: none left of the first chip. */
    int doneAt(int x) {
        int steps = stepper.cursor().map(c -> c.trace().steps().size()).orElse(0);
        if (steps == 0 || x < left()) {
            return 0;
        }
        return (int) Math.min(steps, 1 + Math.floor((x - left()) / pitch(steps)));
    }

    /** The middle of a step's chip. */
    int middle(int index, int steps) {
        return (int) Math.round(left() + (index + 0.5) * pitch(steps));
    }

    @Override
    void dragTo(int x) {
        stepper.moveTo(doneAt(x));
    }

    @Override
    String place() {
        return stepper.cursor()
                .map(c ->
                        WORDS.text("timeline.place", c.done(), c.trace().steps().size()))
                .orElseGet(() -> WORDS.text("timeline.none"));
    }

    @Override
    void paint(Graphics2D g) {
        stepper.cursor().ifPresent(c -> paint(g, c));
    }

    private void paint(Graphics2D g, TraceCursor cursor) {
        Trace trace = cursor.trace();
        List<Step> steps = trace.steps();
        for (int i = 0; i < steps.size(); i++) {
            paintChip(g, cursor, i);
        }
        Colors colors = Colors.current();
        paintGroup(g, steps, WORDS.text("timeline.forward"), colors.value(), step -> step instanceof Step.Forward);
        paintGroup(g, steps, WORDS.text("timeline.backward"), colors.gradient(), StepWords::goesBack);
        paintGroup(g, steps, WORDS.text("timeline.update"), colors.checked(), step -> step instanceof Step.Update);
        paintCursor(g, cursor);
        paintName(g, cursor);
    }

    /** Where chips have no room for a name, the one at the cursor has it below. */
    private void paintName(Graphics2D g, TraceCursor cursor) {
        Colors colors = Colors.current();
        namePill(g).ifPresent(pill -> {
            Step step = cursor.trace().steps().get(cursor.done() - 1);
            g.setColor(ground(colors, step));
            g.fill(pill);
            g.setColor(colors.cursor());
            g.draw(pill);
            g.setColor(ink(colors, step));
            String name = StepWords.chip(cursor.trace(), cursor.done() - 1);
            g.drawString(name, (float) (pill.getX() + px(6)), (float) (pill.getY() + px(14)));
        });
    }

    /** The place of the name below the cursor; empty where the chips themselves have room for names. */
    private Optional<RoundRectangle2D> namePill(Graphics2D g) {
        return stepper.cursor()
                .filter(c -> !c.isAtStart() && pitch(c.trace().steps().size()) < px(LEAST_NAMED))
                .map(c -> {
                    int steps = c.trace().steps().size();
                    g.setFont(Fonts.ui(px(12), true));
                    String name = StepWords.chip(c.trace(), c.done() - 1);
                    double width = g.getFontMetrics().stringWidth(name) + px(12);
                    double middle = chip(c.done() - 1, steps).getCenterX();
                    double x = Math.max(left(), Math.min(getWidth() - left() - width, middle - width / 2));
                    return new RoundRectangle2D.Double(
                            x, px(CHIP_TOP + CHIP_HEIGHT + 3), width, px(20), px(10), px(10));
                });
    }

    private void paintChip(Graphics2D g, TraceCursor cursor, int index) {
        Step step = cursor.trace().steps().get(index);
        Colors colors = Colors.current();
        boolean toCome = index >= cursor.done();
        RoundRectangle2D chip = chip(index, cursor.trace().steps().size());
        boolean tick = chip.getWidth() < px(LEAST_CHIP);
        Color ink = ink(colors, step);
        Color ground = tick ? Colors.mixed(ground(colors, step), ink, 0.55) : ground(colors, step);
        g.setColor(toCome ? Colors.mixed(colors.panel(), ground, tick ? 0.35 : TO_COME) : ground);
        g.fill(chip);
        if (!tick) {
            g.setFont(Fonts.ui(px(12), true));
            String text = fitted(g.getFontMetrics(), StepWords.chip(cursor.trace(), index), chip.getWidth() - px(4));
            g.setColor(toCome ? Colors.mixed(colors.panel(), ink, TO_COME) : ink);
            FontMetrics metrics = g.getFontMetrics();
            float x = (float) (chip.getCenterX() - metrics.stringWidth(text) / 2.0);
            float y = (float) (chip.getCenterY() + (metrics.getAscent() - metrics.getDescent()) / 2.0);
            g.drawString(text, x, y);
        }
    }

    /** The text, or as much of its end as fits: the names say more than the arrow before them. */
    private static String fitted(FontMetrics metrics, String text, double width) {
        if (metrics.stringWidth(text) <= width) {
            return text;
        }
        String names = text.substring(text.lastIndexOf(' ') + 1);
        String arrow = text.substring(0, 1);
        if (metrics.stringWidth(arrow + names) <= width) {
            return arrow + names;
        }
        return metrics.stringWidth(names) <= width ? names : metrics.stringWidth(arrow) <= width ? arrow : "";
    }

    private void paintGroup(Graphics2D g, List<Step> steps, String word, Color color, Predicate<Step> inside) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < steps.size(); i++) {
            if (inside.test(steps.get(i))) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (first >= 0) {
            g.setFont(Fonts.ui(px(11), true));
            double middle = (chip(first, steps.size()).getMinX()
                            + chip(last, steps.size()).getMaxX())
                    / 2;
            int width = g.getFontMetrics().stringWidth(word);
            double x = Math.max(left(), Math.min(getWidth() - left() - width, middle - width / 2.0));
            boolean covered =
                    namePill(g).filter(p -> p.intersects(x, p.getY(), width, 1)).isPresent();
            g.setFont(Fonts.ui(px(11), true));
            g.setColor(color);
            if (!covered) {
                g.drawString(word, (float) x, (float) px(CHIP_TOP + CHIP_HEIGHT + 18));
            }
        }
    }

    private void paintCursor(Graphics2D g, TraceCursor cursor) {
        int steps = cursor.trace().steps().size();
        Color violet = Colors.current().cursor();
        g.setColor(violet);
        double x = px(4);
        if (!cursor.isAtStart()) {
            RoundRectangle2D chip = chip(cursor.done() - 1, steps);
            x = chip.getCenterX();
            g.setStroke(new BasicStroke((float) px(2)));
            if (chip.getWidth() >= px(LEAST_CHIP)) {
                g.draw(chip);
            }
        }
        g.setStroke(new BasicStroke((float) px(cursor.isAtStart() ? 2 : 1.5)));
        double below = cursor.isAtStart() || chip(0, steps).getWidth() < px(LEAST_CHIP)
                ? px(CHIP_TOP + CHIP_HEIGHT + 3)
                : px(CHIP_TOP);
        paintCursor(g, x, below);
    }

    private RoundRectangle2D chip(int index, int steps) {
        double pitch = pitch(steps);
        boolean tick = pitch < px(LEAST_CHIP);
        double gap = tick ? Math.min(px(1), pitch / 3) : px(2);
        double height = px(tick ? CHIP_HEIGHT - 8 : CHIP_HEIGHT);
        double top = px(CHIP_TOP) + (px(CHIP_HEIGHT) - height) / 2;
        double arc = tick ? Math.min(pitch, px(4)) : px(10);
        return new RoundRectangle2D.Double(left() + index * pitch, top, pitch - gap, height, arc, arc);
    }

    private static Color ink(Colors colors, Step step) {
        return StepWords.goesBack(step)
                ? colors.gradient()
                : step instanceof Step.Update ? colors.checked() : colors.value();
    }

    private static Color ground(Colors colors, Step step) {
        return StepWords.goesBack(step)
                ? colors.gradientGround()
                : step instanceof Step.Update
                        ? Colors.mixed(colors.panel(), colors.checked(), 0.15)
                        : colors.valueGround();
    }

    private double pitch(int steps) {
        return (getWidth() - 2 * left()) / Math.max(1, steps);
    }
}
