package chainrule.editor.stepper;

import chainrule.editor.action.Actions;
import chainrule.editor.session.Evaluation;
import chainrule.editor.session.Scrubber;
import chainrule.editor.session.Stepper;
import chainrule.editor.session.Stride;
import chainrule.editor.session.TrainingSession;
import chainrule.editor.session.TrainingState;
import chainrule.editor.session.Workbench;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;
import chainrule.tensor.Tensor;
import chainrule.trace.Explanation;
import chainrule.trace.Trace;
import chainrule.trace.TraceCursor;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The panel under the canvas: buttons, the step at the cursor in symbols and numbers, and the timeline. */
public final class StepperPanel extends JPanel {
    private static final Phrases WORDS = Phrases.of(StepperPanel.class);
    private static final long serialVersionUID = 1;
    private static final String STYLE = "FlatLaf.style";
    private static final String QUIET_CHOICE =
            "borderColor: @panel; minimumWidth: 60; padding: 2,4,2,0; background: @panel; foreground: @quiet;"
                    + " buttonBackground: @panel";
    private static final int PATIENCE_MILLIS = 120;

    private final transient Workbench bench;
    private final transient Stepper stepper;
    private final transient Time time;
    private final JLabel rule = label("rule", "FlatLaf.style", "font: +2 $monospaced.font");
    private final JLabel formula = label("formula", "FlatLaf.style", "font: $monospaced.font; foreground: @quiet");
    private final JLabel pass = label("pass", "FlatLaf.style", "foreground: @quiet");
    private final Timeline timeline;
    private final TrainingStrip strip;
    private final Timer patience = new Timer(PATIENCE_MILLIS, late -> late());
    private final ElementGrid grid;
    private int element = -1;
    private boolean waited;
    private transient @Nullable TraceCursor shown;

    /** What leads through time. */
    public record Time(TrainingSession training, Scrubber scrubber, Player player) {}

    /**
     * @param actions has the actions of {@link StepActions}
     */
    public StepperPanel(Workbench bench, Actions actions, Time time) {
        super(new MigLayout("insets 8 12 0 12, gap 8 4, hidemode 3, fillx", "[grow,fill,0:0:][]", "[][][grow,fill]"));
        this.bench = bench;
        this.time = time;
        this.strip = new TrainingStrip(time.training(), time.scrubber());
        patience.setRepeats(false);
        this.stepper = bench.stepper();
        this.timeline = new Timeline(stepper);
        this.grid = new ElementGrid(this::choose);
        grid.setVisible(false);
        setName("stepper");
        add(bar(actions), "cell 0 0");
        add(grid, "cell 1 0 1 3, aligny top, gapleft 8");
        add(strip, "cell 0 1, growx");
        add(timeline, "cell 0 2, grow");
        time.scrubber().onChange(this::refresh);
        bench.evaluator().onChange(evaluation -> refresh());
        refresh();
    }

    private JPanel bar(Actions actions) {
        JPanel bar = new JPanel(
                new MigLayout("insets 0, gap 6 0, fillx", "[][][][][][][]16[grow,fill,0:0:]16[]", "[center]"));
        bar.setOpaque(false);
        for (String id : StepActions.BUTTONS) {
            JButton button = new JButton(actions.get(id));
            button.setHideActionText(true);
            button.setName(id);
            button.getAccessibleContext().setAccessibleName(actions.get(id).name());
            button.putClientProperty("FlatLaf.style", "margin: 5,5,5,5; minimumWidth: 32");
            bar.add(button);
        }
        bar.add(strides());
        bar.add(speeds());
        bar.add(words(), "growx");
        bar.add(pass);
        return bar;
    }

    private JPanel words() {
        JPanel words = new JPanel(new MigLayout("insets 0, gap 0 0, fillx", "[grow,fill,0:0:]", "[][]"));
        words.setOpaque(false);
        words.add(rule, "wmin 0, wrap");
        words.add(formula, "wmin 0");
        return words;
    }

    private JComboBox<String> strides() {
        JComboBox<String> strides = new JComboBox<>(Stream.of(Stride.values())
                .map(s -> WORDS.text("stride.by", s.word()))
                .toArray(String[]::new));
        strides.setName("stride");
        strides.getAccessibleContext().setAccessibleName(WORDS.text("stride.name"));
        strides.putClientProperty(STYLE, QUIET_CHOICE);
        strides.addActionListener(chosen -> time.scrubber().choose(Stride.values()[strides.getSelectedIndex()]));
        time.scrubber()
                .onChange(
                        () -> strides.setSelectedIndex(time.scrubber().stride().ordinal()));
        return strides;
    }

    private JComboBox<String> speeds() {
        JComboBox<String> speeds = new JComboBox<>(Player.SPEEDS.stream()
                .map(s -> WORDS.text("speed.is", Digits.brief(s)))
                .toArray(String[]::new));
        speeds.setSelectedIndex(Player.SPEEDS.indexOf(1.0));
        speeds.setName("speed");
        speeds.getAccessibleContext().setAccessibleName(WORDS.text("speed.name"));
        speeds.putClientProperty(STYLE, QUIET_CHOICE);
        speeds.addActionListener(chosen -> time.player().speed(Player.SPEEDS.get(speeds.getSelectedIndex())));
        return speeds;
    }

    private static JLabel label(String name, String key, String style) {
        JLabel label = new JLabel(" ");
        label.setName(name);
        label.putClientProperty(key, style);
        return label;
    }

    private void late() {
        waited = time.scrubber().isPending();
        refresh();
    }

    private void choose(int position) {
        element = position;
        refresh();
    }

    private void refresh() {
        TraceCursor cursor = stepper.cursor().orElse(null);
        if (cursor == null || !cursor.equals(shown)) {
            element = element(cursor);
            if (cursor != null && (shown == null || shown.trace() != cursor.trace())) {
                grid.fit(cursor.trace());
            }
            shown = cursor;
        }
        Explanation step = stepper.explanation().orElse(null);
        put(rule, step == null ? nothing(cursor) : StepWords.rule(step));
        put(formula, step == null ? "" : detail(step));
        put(pass, cursor == null ? "" : place(cursor.trace()));
        grid.show(result(cursor), element);
        timeline.repaint();
        refreshStrip();
    }

    private void refreshStrip() {
        boolean wanted = time.training().state().phase() != TrainingState.Phase.NONE;
        if (strip.isVisible() != wanted) {
            strip.setVisible(wanted);
            revalidate();
            if (getParent() != null) {
                getParent().revalidate();
            }
        }
        strip.repaint();
        if (!time.scrubber().isPending()) {
            patience.stop();
            waited = false;
        } else if (!patience.isRunning()) {
            patience.start();
        }
    }

    private String place(Trace trace) {
        if (!time.scrubber().isInTraining()) {
            return pass(trace, bench.evaluator().current());
        }
        String there =
                TrainingStrip.place(time.training().state(), time.scrubber().step());
        return waited ? WORDS.text("pass.recomputing", there) : there;
    }

    /** Element 0 is chosen of each tensor until another is; the grid would be a riddle without one. */
    private static int element(@Nullable TraceCursor cursor) {
        return result(cursor) == null ? -1 : 0;
    }

    private static @Nullable Tensor result(@Nullable TraceCursor cursor) {
        if (cursor == null || cursor.isAtStart() || cursor.trace().keptBack().contains(cursor.done() - 1)) {
            return null;
        }
        Tensor result = cursor.trace().result(cursor.done() - 1);
        return result.shape().isScalar() ? null : result;
    }

    private String detail(Explanation step) {
        String sum = element < 0 ? "" : stepper.element(element).orElse("");
        String own = StepWords.formula(step);
        return own.isEmpty() || sum.isEmpty() ? own + sum : own + "      " + sum;
    }

    private String nothing(@Nullable TraceCursor cursor) {
        if (cursor != null) {
            return WORDS.text("pass.before");
        }
        if (bench.history().document().graph().nodes().isEmpty()) {
            return WORDS.text("pass.empty");
        }
        return bench.evaluator().current().state() == Evaluation.State.RUNNING
                ? WORDS.text("pass.running")
                : WORDS.text("pass.none");
    }

    private static String pass(Trace trace, Evaluation evaluation) {
        boolean stale = evaluation.stale() && evaluation.state() != Evaluation.State.RUNNING;
        return WORDS.text(
                stale ? "pass.stale" : "pass.done", trace.steps().size(), Digits.significant(trace.nanos() / 1e6, 2));
    }

    private static void put(JLabel label, String text) {
        label.setText(text.isEmpty() ? " " : text);
        label.setToolTipText(text.length() > 60 ? text : null);
    }
}
