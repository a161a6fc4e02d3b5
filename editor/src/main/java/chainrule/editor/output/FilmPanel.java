package chainrule.editor.output;

import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.film.Beat;
import chainrule.editor.film.FilmFormat;
import chainrule.editor.film.Moment;
import chainrule.editor.part.WholeNumberSpinner;
import chainrule.editor.theme.Colors;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;
import chainrule.trace.Trace;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import net.miginfocom.swing.MigLayout;

/** The choices for a film, with any of its frames to be looked at, and how far the writing is. */
final class FilmPanel extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Phrases WORDS = Phrases.of(FilmPanel.class);

    private final transient FilmSource source;
    private final GraphCanvas canvas;
    private final JComboBox<String> part = new JComboBox<>();
    private final JSpinner from = new WholeNumberSpinner(0, 0, 0, 1);
    private final JSpinner to = new WholeNumberSpinner(0, 0, 0, 1);
    private final JSpinner every = new WholeNumberSpinner(1, 1, 1_000_000, 1);
    private final JComboBox<FilmFormat> format = new JComboBox<>(FilmFormat.values());
    private final JComboBox<String> scale = new JComboBox<>(new String[] {"1×", "2×"});
    private final JComboBox<String> colors = new JComboBox<>();
    private final JSpinner millis = new WholeNumberSpinner(Beat.usual().millis(), Beat.LEAST, Beat.MOST, 100);
    private final JCheckBox repeats = new JCheckBox(WORDS.text("film.repeats"), true);
    private final JLabel length = new JLabel();
    private final JSlider frame = new JSlider(0, 0);
    private final JProgressBar progress = new JProgressBar(0, 100);
    private final Preview preview;
    private boolean filling;
    private boolean busy;

    FilmPanel(FilmSource source, GraphCanvas canvas) {
        super(new MigLayout("insets 0, fill, hidemode 3", "[]16[grow,fill]", "[grow,fill][]"));
        this.source = source;
        this.canvas = canvas;
        Stream.of("film.of.pass", "film.of.forward", "film.of.backward")
                .map(WORDS::text)
                .forEach(part::addItem);
        if (source.isTrained()) {
            part.addItem(WORDS.text("film.of.training"));
        } else {
            part.setToolTipText(WORDS.text("film.noTraining"));
        }
        Stream.of("film.colors.light", "film.colors.dark", "film.colors.print")
                .map(WORDS::text)
                .forEach(colors::addItem);
        colors.setSelectedIndex(2);
        setName("film");
        fillRange();
        this.preview = new Preview(choice().look(canvas));
        add(choices(), "top, spany 2");
        add(preview, "grow, wrap");
        add(frame, "growx");
        listen();
        follow();
    }

    /** What is chosen now. */
    FilmChoice choice() {
        FilmSource.Part chosen = FilmSource.Part.values()[part.getSelectedIndex()];
        boolean training = chosen == FilmSource.Part.TRAINING;
        int first = (Integer) from.getValue();
        return new FilmChoice(
                chosen,
                new FilmSource.Range(first, Math.max(first, (Integer) to.getValue())),
                training ? (Integer) every.getValue() : 1,
                (FilmFormat) format.getSelectedItem(),
                1 << scale.getSelectedIndex(),
                List.of(Colors.light(), Colors.dark(), Colors.print()).get(colors.getSelectedIndex()),
                new Beat((Integer) millis.getValue(), repeats.isSelected()));
    }

    /** How many frames that would be. */
    int frames() {
        Trace pass = source.pass();
        return choice().frames(pass == null ? 0 : pass.steps().size());
    }

    /** Nothing can be chosen while a film is written. */
    void setBusy(boolean writing) {
        busy = writing;
        progress.setVisible(writing);
        progress.setValue(0);
        for (JComponent field : new JComponent[] {part, from, to, format, colors, millis, frame}) {
            field.setEnabled(!writing);
        }
        follow();
    }

    /** Shows how much is written. */
    void progress(int percent) {
        progress.setValue(percent);
    }

    private JPanel choices() {
        JPanel panel = new JPanel(new MigLayout("insets 0, wrap 2, hidemode 3", "[][fill]"));
        row(panel, "film.what", part);
        row(panel, "film.from", from);
        row(panel, "film.to", to);
        row(panel, "film.every", every);
        row(panel, "film.format", format);
        row(panel, "film.scale", scale);
        row(panel, "film.colors", colors);
        row(panel, "film.millis", millis);
        repeats.setName("film.repeats");
        length.setName("film.length");
        progress.setName("film.progress");
        progress.getAccessibleContext().setAccessibleName(WORDS.text("film.progress"));
        progress.setStringPainted(true);
        progress.setVisible(false);
        frame.setName("film.frame");
        frame.getAccessibleContext().setAccessibleName(WORDS.text("film.frame"));
        panel.add(repeats, "span 2");
        panel.add(length, "span 2, gaptop 8");
        panel.add(progress, "span 2, growx, gaptop 8");
        return panel;
    }

    private static void row(JPanel panel, String key, JComponent field) {
        JLabel label = new JLabel(WORDS.text(key));
        label.setLabelFor(field);
        field.setName(key);
        field.getAccessibleContext().setAccessibleName(label.getText());
        panel.add(label);
        panel.add(field);
    }

    private void listen() {
        part.addActionListener(event -> {
            fillRange();
            follow();
        });
        for (JComboBox<?> box : List.of(format, scale, colors)) {
            box.addActionListener(event -> follow());
        }
        for (JSpinner spinner : List.of(from, to, every, millis)) {
            spinner.addChangeListener(event -> follow());
        }
        frame.addChangeListener(event -> look());
    }

    /** From the first place of the part to its last. */
    private void fillRange() {
        FilmSource.Part chosen = FilmSource.Part.values()[part.getSelectedIndex()];
        boolean training = chosen == FilmSource.Part.TRAINING;
        FilmSource.Range all = source.range(training ? chosen : FilmSource.Part.PASS);
        FilmSource.Range range = source.range(chosen);
        filling = true;
        from.setModel(new SpinnerNumberModel(range.first(), all.first(), all.last(), 1));
        to.setModel(new SpinnerNumberModel(range.last(), all.first(), all.last(), 1));
        every.setValue(Math.max(1, (range.last() - range.first()) / 50));
        filling = false;
    }

    private void follow() {
        if (filling) {
            return;
        }
        FilmChoice choice = choice();
        every.setEnabled(choice.isOfTraining() && !busy);
        scale.setEnabled(choice.format().isOfPixels() && !busy);
        boolean moving = choice.format() == FilmFormat.GIF;
        millis.setEnabled(moving && !busy);
        repeats.setEnabled(moving && !busy);
        int frames = frames();
        length.setText(WORDS.text(
                "film.length",
                frames,
                String.format(
                        Locale.ROOT, "%s", Digits.significant(choice.beat().seconds(frames), 3))));
        frame.setMaximum(frames - 1);
        look();
    }

    /** Shows the frame that the slider is at. */
    private void look() {
        FilmChoice choice = choice();
        int index = Math.min(frame.getValue(), frames() - 1);
        int place = choice.range().first() + index * choice.every();
        Trace pass = source.pass();
        if (choice.isOfTraining()) {
            source.trained(place, moment -> preview.show(moment.of(choice.look(canvas))));
        } else if (pass != null) {
            List<Moment> moments = Moment.ofPass(
                    pass, Math.min(place, choice.range().last()), choice.range().last());
            preview.show(moments.get(place > choice.range().last() ? moments.size() - 1 : 0)
                    .of(choice.look(canvas)));
        }
    }
}
