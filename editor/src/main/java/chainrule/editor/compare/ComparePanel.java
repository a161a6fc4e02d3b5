package chainrule.editor.compare;

import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.part.Piece;
import chainrule.editor.session.Contrast;
import chainrule.editor.theme.Fonts;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;
import chainrule.train.OptimizerKind;
import chainrule.train.Part;
import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.JToggleButton;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/** The second graph with what is different, in a word and in numbers, above it. */
final class ComparePanel extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Phrases WORDS = Phrases.of(ComparePanel.class);
    private static final int DIGITS = 4;

    private final transient LockStep step;
    private final transient Track track;
    private final transient Comparing.Choices choices;
    private final GraphCanvas canvas;
    private final transient LinkedViews views;
    private final JLabel title = new JLabel();
    private final JLabel counts = new JLabel();
    private final JLabel losses = new JLabel();
    private final LossPair curves = new LossPair();
    private final JCheckBox same = new JCheckBox();
    private final JCheckBox linked = new JCheckBox(WORDS.text("compare.link"));
    private final JPanel row = new JPanel(new MigLayout("insets 0, gap 6 2", "[][]16[]16[]16[]"));
    private final JToggleButton listed = new JToggleButton(WORDS.text("compare.list"));
    private final DifferenceList list;
    private final JPanel head = new JPanel();
    private final JComboBox<String> optimizer =
            new JComboBox<>(OptimizerKind.ids().toArray(String[]::new));

    /**
     * @param first shows the graph that leads
     */
    ComparePanel(LockStep step, Track track, GraphCanvas first, Comparing.Choices choices) {
        super(new BorderLayout());
        this.step = step;
        this.track = track;
        this.choices = choices;
        this.canvas = new GraphCanvas(track.bench());
        this.views = new LinkedViews(first, canvas);
        this.list = new DifferenceList(node -> List.of(first, canvas).forEach(shown -> show(shown, node)));
        setName("compare");
        JButton end = Piece.small("✕", WORDS.text("compare.end"));
        end.setName("compare.close");
        end.addActionListener(click -> choices.end());
        head.setLayout(new MigLayout("insets 8 12 8 8, fillx, gapy 2, hidemode 3", "[grow,fill][][]"));
        head.add(title, "wmin 0");
        head.add(curves, "spany 2, aligny top");
        head.add(end, "wmin 0, aligny top, wrap");
        JPanel numbers = new JPanel(new MigLayout("insets 0, gap 16 0", "[][grow,fill]"));
        numbers.add(losses, "wmin 0");
        numbers.add(counts, "wmin 0");
        head.add(numbers, "wmin 0, wrap");
        head.add(row, "span 3, wmin 0");
        fill(row);
        title.setName("compare.title");
        counts.setName("compare.counts");
        losses.setName("compare.losses");
        add(head, BorderLayout.NORTH);
        add(canvas, BorderLayout.CENTER);
        list.setVisible(false);
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                place();
            }
        });
    }

    /** Puts the list where it takes least from the canvas, and the choices where they have room. */
    private void place() {
        boolean wide = getWidth() > getHeight();
        String side = wide ? BorderLayout.EAST : BorderLayout.SOUTH;
        ((MigLayout) row.getLayout()).setComponentConstraints(same, wide ? "" : "span, newline");
        BorderLayout layout = (BorderLayout) getLayout();
        if (!side.equals(layout.getConstraints(list))) {
            remove(list);
            add(list, side);
            revalidate();
        }
    }

    private static void show(GraphCanvas shown, NodeId node) {
        shown.center(node);
        shown.flash(node);
    }

    /** Looks at both graphs in the same place, or at each on its own. */
    void link(boolean wanted) {
        linked.setSelected(wanted);
        views.link(wanted);
        views.fit();
    }

    /** Gives both canvases the same place where one is above the other. */
    void even() {
        if (SwingUtilities.getAncestorOfClass(JSplitPane.class, this) instanceof JSplitPane halves
                && halves.getOrientation() == JSplitPane.VERTICAL_SPLIT) {
            halves.setDividerLocation((halves.getHeight() - head.getPreferredSize().height) / 2);
            halves.validate();
        }
    }

    /** Leaves the first canvas to itself. */
    void close() {
        views.close();
    }

    /** Shows where both graphs are now. */
    void refresh() {
        Contrast mine = step.here().bench().showing().contrast();
        Contrast theirs = track.bench().showing().contrast();
        title.setText(track.bench().history().document().file().title());
        title.setFont(Fonts.ui(UIScale.scale(15f), true));
        title.setToolTipText(title.getText());
        counts.setText(WORDS.text("compare.counts", mine.differentNodes(), mine.nodesAlone(), theirs.nodesAlone()));
        counts.setToolTipText(WORDS.text("compare.signs"));
        var ours = step.here().bench().history().document().file();
        var file = track.bench().history().document().file();
        same.setSelected(choices.sameStart());
        same.setText(WORDS.text("compare.same", SameStart.shared(ours, file), SameStart.sources(file)));
        curves.show(
                step.here().training().state().curve(),
                track.training().state().curve(),
                step.here().scrubber().step());
        if (list.isVisible()) {
            list.show(step.differences());
        }
        String refused = Stream.concat(
                        Stream.of(track.training().state().problem()),
                        track.bench().evaluator().current().problems().stream().map(problem -> problem.line()))
                .filter(sentence -> !sentence.isEmpty())
                .findFirst()
                .orElse("");
        losses.putClientProperty(FlatClientProperties.STYLE, refused.isEmpty() ? null : "foreground: @problem");
        losses.setText(refused.isEmpty() ? losses() : refused);
        losses.setToolTipText(losses.getText());
        String type = track.training().training().optimizer().type();
        if (!type.equals(optimizer.getSelectedItem())) {
            optimizer.setSelectedItem(type);
        }
    }

    private void fill(JPanel choosing) {
        JLabel label = new JLabel(WORDS.text("compare.optimizer"));
        label.setLabelFor(optimizer);
        optimizer.setName("compare.optimizer");
        optimizer.getAccessibleContext().setAccessibleName(label.getText());
        optimizer.setSelectedItem(track.training().training().optimizer().type());
        optimizer.addActionListener(chosen -> {
            var training = track.training().training();
            String type = String.valueOf(optimizer.getSelectedItem());
            if (!type.equals(training.optimizer().type())) {
                choices.train(Part.of(type).with("lr", training.rate()));
            }
        });
        same.setName("compare.same");
        same.setToolTipText(WORDS.text("compare.sameMeans"));
        same.addActionListener(click -> choices.sameStart(same.isSelected()));
        linked.setName("compare.link");
        linked.addActionListener(click -> views.link(linked.isSelected()));
        listed.setName("compare.listed");
        listed.setToolTipText(WORDS.text("compare.listMeans"));
        listed.addActionListener(click -> {
            list.setVisible(listed.isSelected());
            place();
            refresh();
        });
        choosing.add(label);
        choosing.add(optimizer);
        choosing.add(linked);
        choosing.add(listed);
        choosing.add(same);
    }

    private String losses() {
        Optional<String> mine = root(step.here());
        Optional<String> theirs = root(track);
        String root = mine.isPresent() && theirs.isPresent()
                ? WORDS.text("compare.roots", mine.get(), theirs.get())
                : WORDS.text("compare.noRoots");
        return step.here().scrubber().isInTraining()
                ? WORDS.text(
                        "compare.trained",
                        step.here().scrubber().step(),
                        track.scrubber().step(),
                        root)
                : root;
    }

    /** The root's value in words; empty where there is none yet. */
    private static Optional<String> root(Track track) {
        return track.bench().stepper().cursor().flatMap(cursor -> cursor.trace()
                .plan()
                .root()
                .flatMap(root -> cursor.view().value(cursor.trace().plan().first(root)))
                .map(value -> value.size() == 1 ? Digits.significant(value.at(0), DIGITS) : Digits.summary(value)));
    }
}
