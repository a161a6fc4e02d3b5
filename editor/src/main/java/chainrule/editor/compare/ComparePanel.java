package chainrule.editor.compare;

import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.document.command.ChangeTraining;
import chainrule.editor.part.Piece;
import chainrule.editor.session.Contrast;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;
import chainrule.train.OptimizerKind;
import chainrule.train.Part;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The second graph with what is different, in a word and in numbers, above it. */
final class ComparePanel extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Phrases WORDS = Phrases.of(ComparePanel.class);
    private static final int DIGITS = 4;

    private final transient LockStep step;
    private final transient Track track;
    private final GraphCanvas canvas;
    private final JLabel title;
    private final JLabel counts = new JLabel();
    private final JLabel losses = new JLabel();
    private final JComboBox<String> optimizer =
            new JComboBox<>(OptimizerKind.ids().toArray(String[]::new));

    /**
     * @param close ends the comparison
     */
    ComparePanel(LockStep step, Track track, JCheckBox same, Runnable close) {
        super(new BorderLayout());
        this.step = step;
        this.track = track;
        this.canvas = new GraphCanvas(track.bench());
        this.title = new JLabel(track.bench().history().document().file().title());
        setName("compare");
        JButton end = Piece.small("✕", WORDS.text("compare.end"));
        end.setName("compare.close");
        end.addActionListener(click -> close.run());
        JPanel head = new JPanel(new MigLayout("insets 8 12 8 8, fillx, gapy 4", "[grow,fill][]"));
        head.add(title, "wmin 0");
        head.add(end, "wrap");
        head.add(counts, "span 2, wmin 0, wrap");
        head.add(losses, "span 2, wmin 0, wrap");
        head.add(choices(same), "span 2, wmin 0");
        title.setName("compare.title");
        counts.setName("compare.counts");
        losses.setName("compare.losses");
        add(head, BorderLayout.NORTH);
        add(canvas, BorderLayout.CENTER);
    }

    /** Shows where both graphs are now. */
    void refresh() {
        Contrast mine = step.here().bench().showing().contrast();
        Contrast theirs = track.bench().showing().contrast();
        title.setFont(Fonts.ui(UIScale.scale(15f), true));
        title.setToolTipText(title.getText());
        counts.setText(WORDS.text("compare.counts", mine.differentNodes(), mine.nodesAlone(), theirs.nodesAlone()));
        counts.setToolTipText(WORDS.text("compare.signs"));
        String refused = Stream.concat(
                        Stream.of(track.training().state().problem()),
                        track.bench().evaluator().current().problems().stream().map(problem -> problem.line()))
                .filter(sentence -> !sentence.isEmpty())
                .findFirst()
                .orElse("");
        losses.setForeground(
                refused.isEmpty() ? Colors.current().text() : Colors.current().problem());
        losses.setText(refused.isEmpty() ? losses() : refused);
        losses.setToolTipText(losses.getText());
        String type = track.training().training().optimizer().type();
        if (!type.equals(optimizer.getSelectedItem())) {
            optimizer.setSelectedItem(type);
        }
    }

    GraphCanvas canvas() {
        return canvas;
    }

    private JPanel choices(JCheckBox same) {
        JPanel row = new JPanel(new MigLayout("insets 0", "[][]16[]"));
        JLabel label = new JLabel(WORDS.text("compare.optimizer"));
        label.setLabelFor(optimizer);
        optimizer.setName("compare.optimizer");
        optimizer.getAccessibleContext().setAccessibleName(label.getText());
        optimizer.setSelectedItem(track.training().training().optimizer().type());
        optimizer.addActionListener(chosen -> {
            var training = track.training().training();
            String type = String.valueOf(optimizer.getSelectedItem());
            if (!type.equals(training.optimizer().type())) {
                Part part = Part.of(type).with("lr", training.rate());
                track.bench().history().perform(new ChangeTraining(training.withOptimizer(part)));
            }
        });
        row.add(label);
        row.add(optimizer);
        row.add(same);
        return row;
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
