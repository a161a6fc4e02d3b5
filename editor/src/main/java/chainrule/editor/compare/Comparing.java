package chainrule.editor.compare;

import chainrule.io.GraphFile;
import chainrule.language.Phrases;
import java.util.function.Consumer;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** A second graph beside the one of a document, while there is one. */
public final class Comparing {
    private static final Phrases WORDS = Phrases.of(Comparing.class);

    private final LockStep step;
    private final Track.Engine engine;
    private final Consumer<@Nullable JComponent> beside;
    private @Nullable Track track;
    private @Nullable ComparePanel panel;

    /**
     * @param here the document
     * @param beside shows a component beside the canvas, or none
     */
    public Comparing(Track here, Track.Engine engine, Consumer<@Nullable JComponent> beside) {
        this.step = new LockStep(here);
        this.engine = engine;
        this.beside = beside;
        step.onChange(() -> {
            if (panel != null) {
                panel.refresh();
            }
        });
    }

    /** Whether there is a second graph. */
    public boolean isOn() {
        return track != null;
    }

    /** Puts a graph beside the document's, with the same data and starting values. */
    public void with(GraphFile file) {
        with(file, true);
    }

    private void with(GraphFile file, boolean sameStart) {
        GraphFile first = step.here().bench().history().document().file();
        GraphFile asLong = SameStart.asLong(first, file);
        GraphFile second = sameStart ? SameStart.of(first, asLong) : asLong;
        drop();
        Track made = Track.fixed(second, engine, WORDS.text("compare.fixed"));
        JCheckBox same = new JCheckBox(WORDS.text("compare.same"), sameStart);
        same.setName("compare.same");
        same.setToolTipText(WORDS.text("compare.sameMeans"));
        same.addActionListener(click -> with(file, same.isSelected()));
        ComparePanel shown = new ComparePanel(step, made, same, this::end);
        track = made;
        panel = shown;
        beside.accept(shown);
        made.bench().evaluator().start();
        step.lead(made);
        shown.canvas().camera().fit();
    }

    /** Takes the second graph away. */
    public void end() {
        drop();
        beside.accept(null);
    }

    private void drop() {
        Track known = track;
        track = null;
        panel = null;
        step.lead(null);
        if (known != null) {
            known.close();
        }
    }
}
