package chainrule.editor.watch;

import chainrule.editor.part.Paragraph;
import chainrule.editor.part.Piece;
import chainrule.editor.part.ScrolledColumn;
import chainrule.editor.session.Breaks;
import chainrule.editor.session.Scrubber;
import chainrule.editor.session.TrainingSession;
import chainrule.editor.session.TrainingState;
import chainrule.editor.session.Watches;
import chainrule.editor.session.Workbench;
import chainrule.editor.theme.Colors;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;
import chainrule.tensor.Tensor;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;

/** The breakpoints, each of which can be switched off, and the watches, each with its curve over the training. */
public final class WatchPanel extends JPanel {
    private static final Phrases WORDS = Phrases.of(WatchPanel.class);
    private static final long serialVersionUID = 1;

    /** What goes on in time. */
    public record Time(TrainingSession training, Scrubber scrubber, Watches watches) {}

    /** The parts of a watch that change. */
    private record Row(JLabel number, Sparkline curve) {}

    private final transient Workbench bench;
    private final transient Time time;
    private final ScrolledColumn body = new ScrolledColumn();
    private final JPanel breaks = new Part(WORDS.text("panel.breakpoints"));
    private final JPanel watched = new Part(WORDS.text("panel.watches"));
    private final Paragraph stopped = Piece.text("");
    private final ConditionForm form;
    private final transient Map<Watches.Watch, Row> rows = new LinkedHashMap<>();

    /** A titled column. */
    private static final class Part extends Piece {
        private static final long serialVersionUID = 1;

        Part(String title) {
            super(title);
        }
    }

    public WatchPanel(Workbench bench, Time time) {
        super(new BorderLayout());
        this.bench = bench;
        this.time = time;
        this.form = new ConditionForm(bench);
        setName("watch");
        stopped.setName("watch.stopped");
        int gap = UIScale.scale(12);
        body.setBorder(BorderFactory.createEmptyBorder(gap, gap, gap, gap));
        for (JComponent part : List.of(stopped, breaks, form, watched)) {
            body.add(part);
        }
        JScrollPane scroll =
                new JScrollPane(body, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(null);
        add(scroll, BorderLayout.CENTER);
        bench.breaks().onChange(this::listBreaks);
        time.watches.onChange(this::refresh);
        time.training.onChange(this::tellStop);
        listBreaks();
        listWatches();
        tellStop();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (rows != null) {
            setBackground(Colors.current().panel());
            stopped.setForeground(Colors.current().text());
            listBreaks();
            listWatches();
        }
    }

    private void tellStop() {
        TrainingState state = time.training.state();
        stopped.setVisible(state.stop() != null);
        stopped.show(state.stop() == null ? "" : state.stop().sentence());
        body.revalidate();
    }

    private void listBreaks() {
        while (breaks.getComponentCount() > 1) {
            breaks.remove(1);
        }
        for (Breaks.Break stop : bench.breaks().all()) {
            JCheckBox box = new JCheckBox(stop.words(), bench.breaks().isOn(stop));
            box.setName("break:" + stop.words());
            box.setOpaque(false);
            box.addActionListener(click -> bench.breaks().turn(stop, box.isSelected()));
            JButton remove = removal("break.remove:" + stop.words(), stop.words(), () -> bench.breaks()
                    .remove(stop));
            breaks.add(Piece.row(box, remove));
        }
        if (bench.stepper()
                .cursor()
                .filter(c -> bench.breaks().looksInside(c.trace().plan()))
                .isPresent()) {
            Paragraph inside = Piece.text(WORDS.text("panel.inside"));
            inside.setName("watch.inside");
            breaks.add(inside);
        }
        if (bench.breaks().all().isEmpty()) {
            breaks.add(Piece.hint(WORDS.text("panel.noBreakpoints")));
        }
        body.revalidate();
        body.repaint();
    }

    private void refresh() {
        if (!List.copyOf(rows.keySet()).equals(time.watches.all())) {
            listWatches();
        }
        int step = time.scrubber.isInTraining() ? time.scrubber.step() : -1;
        rows.forEach((watch, row) -> {
            row.number.setText(time.watches
                    .now(watch)
                    .map(WatchPanel::written)
                    .orElseGet(() -> time.watches.isHidden(watch) ? "?" : WORDS.text("panel.notYet")));
            row.curve.show(
                    time.watches.past(watch),
                    watch.gradient(),
                    time.training.state().done(),
                    step);
        });
    }

    private void listWatches() {
        rows.clear();
        while (watched.getComponentCount() > 1) {
            watched.remove(1);
        }
        for (Watches.Watch watch : time.watches.all()) {
            JLabel number = new JLabel();
            number.setName("watch:" + watch.name());
            number.setFont(Piece.formulaFont());
            number.setForeground(
                    watch.gradient()
                            ? Colors.current().gradient()
                            : Colors.current().value());
            rows.put(watch, new Row(number, new Sparkline()));
            watched.add(row(watch));
        }
        if (rows.isEmpty()) {
            watched.add(Piece.hint(WORDS.text("panel.noWatches")));
        } else {
            refresh();
        }
        body.revalidate();
        body.repaint();
    }

    private JComponent row(Watches.Watch watch) {
        JPanel row = new JPanel(new MigLayout("insets 0, gap 8 0, fillx", "[70!][80!,right][grow,fill][]", "[center]"));
        row.setOpaque(false);
        Row parts = java.util.Objects.requireNonNull(rows.get(watch));
        row.add(Piece.quiet(watch.name()));
        row.add(parts.number);
        row.add(parts.curve);
        row.add(removal("watch.remove:" + watch.name(), watch.name(), () -> time.watches.toggle(watch)));
        return row;
    }

    /** A number, or the length of a tensor as the chips of the canvas have it. */
    private static String written(Tensor tensor) {
        String size = Digits.brief(Watches.size(tensor));
        return tensor.shape().isScalar() ? size : "‖" + size + "‖";
    }

    private static JButton removal(String name, String what, Runnable remove) {
        JButton button = Piece.small("✕", WORDS.text("panel.remove", what));
        button.setName(name);
        button.getAccessibleContext().setAccessibleName(WORDS.text("panel.remove", what));
        button.addActionListener(click -> remove.run());
        return button;
    }
}
