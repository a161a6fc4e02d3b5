package chainrule.editor.training;

import chainrule.editor.action.Actions;
import chainrule.editor.action.NumberText;
import chainrule.editor.document.History;
import chainrule.editor.part.Piece;
import chainrule.editor.session.Scrubber;
import chainrule.editor.session.TrainingSession;
import chainrule.editor.session.TrainingState;
import chainrule.editor.theme.Icons;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;
import chainrule.train.Metrics;
import chainrule.train.OptimizerKind;
import chainrule.train.Part;
import chainrule.train.ScheduleKind;
import chainrule.train.Training;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** How the graph is trained, the training itself, and its loss. */
public final class TrainingPanel extends JPanel {
    private static final Phrases WORDS = Phrases.of(TrainingPanel.class);
    private static final long serialVersionUID = 1;

    private final transient TrainingSession training;
    private final transient Scrubber scrubber;
    private final JComboBox<String> optimizer =
            choice("optimizer", WORDS.text("training.optimizer.name"), OptimizerKind.ids());
    private final JComboBox<String> schedule =
            choice("schedule", WORDS.text("training.schedule.name"), ScheduleKind.ids());
    private final JTextField rate = field("rate", WORDS.text("training.rate.name"));
    private final JTextField steps = field("steps", WORDS.text("training.steps.name"));
    private final JLabel progress = label("progress", "");
    private final JLabel problem = label("training.problem", "foreground: @problem");
    private final CurvePlot curve;
    private final transient Icon play = Icons.named("play");
    private final transient Icon pause = Icons.named("pause");
    private final JButton toggle;
    private final transient TrainingEdits edits;
    private final MoreSettings more;
    private final RatePlot rates = new RatePlot();

    /**
     * @param actions has the actions of {@link TrainActions}
     */
    public TrainingPanel(History history, TrainingSession training, Scrubber scrubber, Actions actions) {
        super(new BorderLayout(0, UIScale.scale(6)));
        setBorder(BorderFactory.createEmptyBorder(
                UIScale.scale(10), UIScale.scale(12), UIScale.scale(8), UIScale.scale(12)));
        this.edits = new TrainingEdits(history, training);
        this.more = new MoreSettings(edits);
        this.training = training;
        this.scrubber = scrubber;
        this.curve = new CurvePlot(scrubber::goTo);
        setName("training");
        toggle = button(actions, TrainActions.BUTTONS.get(0));
        JPanel head = new JPanel(new MigLayout("insets 0, gap 0 6, fillx, hidemode 3, wrap", "[grow,fill,0:0:]"));
        head.setOpaque(false);
        for (JComponent part : List.of(settings(), unfold(), more, bar(actions), progress, problem, rates)) {
            head.add(part);
        }
        add(head, BorderLayout.NORTH);
        add(curve, BorderLayout.CENTER);
        listen();
        refresh();
    }

    private JPanel settings() {
        JPanel settings = new JPanel(
                new MigLayout("insets 0, gap 8 6, fillx", "[][grow 60,fill,0:0:]12[][grow 40,fill,0:0:]", "[][]"));
        settings.setOpaque(false);
        add(settings, "optimizer", optimizer);
        add(settings, "rate", rate);
        add(settings, "schedule", schedule);
        add(settings, "steps", steps);
        return settings;
    }

    private JComponent unfold() {
        JButton unfold = Piece.small("▸ " + WORDS.text("training.more"), WORDS.text("training.more.hint"));
        unfold.setName("training.unfold");
        more.setVisible(false);
        unfold.addActionListener(click -> {
            more.setVisible(!more.isVisible());
            unfold.setText(more.isVisible() ? "▾ " + WORDS.text("training.fewer") : "▸ " + WORDS.text("training.more"));
            revalidate();
        });
        return unfold;
    }

    private static void add(JPanel settings, String name, JComponent field) {
        JLabel label = label(name + ".label", "foreground: @quiet");
        label.setText(WORDS.text("training.label." + name));
        label.setLabelFor(field);
        settings.add(label);
        String column = field instanceof JComboBox ? "wmin 0, sizegroup choices" : "wmin 0, sizegroup numbers";
        settings.add(field, name.equals("rate") ? column + ", wrap" : column);
    }

    private JPanel bar(Actions actions) {
        JPanel bar = new JPanel(new MigLayout("insets 0, gap 6 0", "[][][][]", "[center]"));
        bar.setOpaque(false);
        bar.add(toggle);
        TrainActions.BUTTONS.stream().skip(1).map(id -> button(actions, id)).forEach(bar::add);
        return bar;
    }

    private static JButton button(Actions actions, String id) {
        JButton button = new JButton(actions.get(id));
        button.setHideActionText(true);
        button.setName(id);
        button.getAccessibleContext().setAccessibleName(actions.get(id).name());
        if (button.getIcon() == null) {
            button.setText(WORDS.text("training.keep"));
        } else {
            button.putClientProperty("FlatLaf.style", "margin: 5,5,5,5; minimumWidth: 32");
        }
        return button;
    }

    private void listen() {
        optimizer.addActionListener(chosen -> edits.change(t -> t.withOptimizer(
                Part.of(String.valueOf(optimizer.getSelectedItem())).with("lr", t.rate()))));
        schedule.addActionListener(
                chosen -> edits.change(t -> t.withSchedule(Part.of(String.valueOf(schedule.getSelectedItem())))));
        edits.enter(rate, number -> t -> t.withOptimizer(t.optimizer().with("lr", number)), this::refresh);
        edits.enter(
                steps,
                number -> t -> t.withSteps((int) Math.max(0, Math.min(Integer.MAX_VALUE, number))),
                this::refresh);
        training.onChange(this::refresh);
        scrubber.onChange(this::mark);
        edits.onChange(this::refresh);
    }

    private void refresh() {
        Training settings = training.training();
        edits.show(() -> {
            optimizer.setSelectedItem(settings.optimizer().type());
            schedule.setSelectedItem(settings.schedule().type());
            TrainingEdits.put(rate, NumberText.write(settings.rate()));
            TrainingEdits.put(steps, NumberText.write(settings.steps()));
        });
        more.refresh();
        rates.show(settings);
        TrainingState state = training.state();
        toggle.setIcon(state.phase() == TrainingState.Phase.RUNNING ? pause : play);
        progress.setText(words(state));
        problem.setText(state.problem().isEmpty() ? " " : "<html>" + escaped(state.problem()));
        problem.setVisible(!state.problem().isEmpty());
        curve.show(state.curve(), state.steps());
        mark();
    }

    private void mark() {
        curve.mark(scrubber.isInTraining() ? scrubber.step() : -1);
        rates.mark(scrubber.step());
    }

    private static String words(TrainingState state) {
        if (state.curve().points().isEmpty()) {
            return state.phase() == TrainingState.Phase.RUNNING
                    ? WORDS.text("training.running")
                    : WORDS.text("training.none");
        }
        double last =
                state.curve().points().get(state.curve().points().size() - 1).mean();
        Metrics metrics = state.metrics();
        boolean known = metrics != null && metrics.accuracy() != null;
        return WORDS.text(
                known ? "training.accuracy" : "training.place",
                state.done(),
                state.steps(),
                Digits.brief(metrics == null ? last : metrics.loss()),
                metrics != null && metrics.accuracy() != null
                        ? Digits.significant(100 * metrics.accuracy(), 3)
                        : Digits.brief(state.rate()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static JComboBox<String> choice(String name, String title, List<String> ids) {
        JComboBox<String> box = new JComboBox<>(ids.toArray(String[]::new));
        box.setName("training." + name);
        TrainingEdits.chooseAtLast(box);
        box.getAccessibleContext().setAccessibleName(title);
        return box;
    }

    private static JTextField field(String name, String title) {
        JTextField field = new JTextField(5);
        field.setName("training." + name);
        field.setHorizontalAlignment(JTextField.TRAILING);
        field.getAccessibleContext().setAccessibleName(title);
        return field;
    }

    private static JLabel label(String name, String style) {
        JLabel label = new JLabel(" ");
        label.setName(name);
        if (!style.isEmpty()) {
            label.putClientProperty("FlatLaf.style", style);
        }
        return label;
    }
}
