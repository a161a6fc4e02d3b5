package chainrule.editor.training;

import chainrule.editor.action.NumberText;
import chainrule.language.Phrases;
import chainrule.op.Param;
import chainrule.train.Clip;
import chainrule.train.OptimizerKind;
import chainrule.train.Part;
import chainrule.train.ScheduleKind;
import chainrule.train.Training;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The settings of the chosen optimizer and schedule, and how gradients are clipped. */
final class MoreSettings extends JPanel {
    private static final Phrases WORDS = Phrases.of(MoreSettings.class);
    private static final long serialVersionUID = 1;

    /** Ways to hold gradients back, with the setting that each has. */
    private enum Clipping {
        NONE(null),
        NORM(Clip.MAX_NORM),
        VALUE(Clip.CLIP_VALUE);

        private final @Nullable Param<Double> bound;

        Clipping(@Nullable Param<Double> bound) {
            this.bound = bound;
        }

        String words() {
            return WORDS.text("clip." + name().toLowerCase(Locale.ROOT));
        }

        static Clipping of(@Nullable Part clip) {
            return clip == null ? NONE : clip.numbers().containsKey(Clip.CLIP_VALUE.name()) ? VALUE : NORM;
        }

        @Nullable
        Part part(double most) {
            return bound == null ? null : Part.of("").with(bound.name(), most);
        }
    }

    /** A number of the training and the field that it is typed into. */
    private record Field(JTextField field, Function<Training, Double> value) {}

    private final transient TrainingEdits edits;
    private final JComboBox<String> clip =
            new JComboBox<>(Stream.of(Clipping.values()).map(Clipping::words).toArray(String[]::new));
    private final transient List<Field> fields = new ArrayList<>();
    private String built = "";

    MoreSettings(TrainingEdits edits) {
        super(new MigLayout("insets 0, gap 8 6, fillx, wrap 4", "[][grow,fill,0:0:]12[][grow,fill,0:0:]"));
        this.edits = edits;
        setOpaque(false);
        setName("training.more");
        clip.setName("training.clip");
        TrainingEdits.chooseAtLast(clip);
        clip.getAccessibleContext().setAccessibleName(WORDS.text("clip.name"));
        clip.addActionListener(
                chosen -> edits.change(t -> t.withClip(Clipping.values()[clip.getSelectedIndex()].part(1))));
        refresh();
    }

    /** Shows what holds now. */
    void refresh() {
        Training training = edits.current();
        Clipping clipping = Clipping.of(training.clip());
        String wanted = training.optimizer().type() + "/" + training.schedule().type() + "/" + clipping;
        edits.show(() -> {
            if (!wanted.equals(built)) {
                built = wanted;
                rebuild(training, clipping);
            }
            clip.setSelectedIndex(clipping.ordinal());
            fields.forEach(f -> TrainingEdits.put(f.field, NumberText.write(f.value.apply(training))));
        });
    }

    private void rebuild(Training training, Clipping clipping) {
        removeAll();
        fields.clear();
        Stream.of(OptimizerKind.values())
                .filter(kind -> kind.id().equals(training.optimizer().type()))
                .flatMap(kind -> kind.params().stream())
                .filter(param -> !param.equals(OptimizerKind.RATE))
                .forEach(param -> add("optimizer", param, Training::optimizer, Training::withOptimizer));
        Stream.of(ScheduleKind.values())
                .filter(kind -> kind.id().equals(training.schedule().type()))
                .flatMap(kind -> kind.params().stream())
                .forEach(param -> add("schedule", param, Training::schedule, Training::withSchedule));
        add(clip, "span 2, growx, newline");
        Param<Double> bound = clipping.bound;
        if (bound != null) {
            JTextField most = field("clip.bound", WORDS.text("clip.bound"));
            add(label(WORDS.text("clip.most"), most));
            add(most);
            edits.enter(most, number -> t -> t.withClip(clipping.part(number)), this::refresh);
            fields.add(new Field(most, t -> number(clipping.part(1), bound, t.clip(), t)));
        }
        revalidate();
        repaint();
    }

    private void add(
            String of, Param<?> param, Function<Training, Part> part, BiFunction<Training, Part, Training> with) {
        JTextField field = field(of + "." + param.name(), WORDS.text("of." + of, param.name()));
        add(label(param.name().replace('_', ' '), field));
        add(field);
        edits.enter(field, number -> t -> with.apply(t, part.apply(t).with(param.name(), number)), this::refresh);
        fields.add(new Field(field, t -> number(null, param, part.apply(t), t)));
    }

    /** The setting of a part; where it has none, the initial one, and for the length of a schedule that of the training. */
    private static double number(@Nullable Part other, Param<?> param, @Nullable Part part, Training training) {
        Part from = part == null ? other : part;
        Map<String, Double> numbers = from == null ? new LinkedHashMap<>() : from.numbers();
        double initial = param.name().equals("total") ? training.steps() : ((Number) param.initial()).doubleValue();
        return numbers.getOrDefault(param.name(), initial);
    }

    private static JLabel label(String text, JComponent field) {
        JLabel label = new JLabel(text);
        label.putClientProperty("FlatLaf.style", "foreground: @quiet");
        label.setLabelFor(field);
        return label;
    }

    private static JTextField field(String name, String title) {
        JTextField field = new JTextField(5);
        field.setName("training." + name);
        field.setHorizontalAlignment(JTextField.TRAILING);
        field.getAccessibleContext().setAccessibleName(title);
        return field;
    }
}
