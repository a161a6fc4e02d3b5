package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.session.Evaluation;
import chainrule.editor.session.Evaluator;
import chainrule.editor.session.Progress;
import chainrule.language.Phrases;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/** How far a pass is that takes its time, and what stops it. */
final class PassProgress extends JPanel {
    private static final Phrases WORDS = Phrases.of(PassProgress.class);
    private static final long serialVersionUID = 1;
    private static final int MOST = 1000;
    private static final int PATIENCE = 300;
    private static final int AGAIN = 100;

    private final transient Evaluator evaluator;
    private final JProgressBar bar = new JProgressBar(0, MOST);
    private final transient Timer timer = new Timer(AGAIN, tick -> follow());

    PassProgress(Evaluator evaluator, Actions actions) {
        super(new MigLayout("insets 0, gap 8", "", "[center]"));
        this.evaluator = evaluator;
        setName("status.progress");
        setOpaque(false);
        bar.setName("status.bar");
        bar.getAccessibleContext().setAccessibleName(WORDS.text("pass.progress"));
        bar.setPreferredSize(UIScale.scale(new Dimension(140, 6)));
        JButton cancel = new JButton(actions.get("run.cancel"));
        cancel.setText(WORDS.text("pass.cancel"));
        cancel.setName("status.cancel");
        cancel.putClientProperty("JButton.buttonType", "toolBarButton");
        add(bar);
        add(cancel);
        setVisible(false);
        timer.setInitialDelay(PATIENCE);
        evaluator.onChange(this::evaluated);
    }

    private void evaluated(Evaluation evaluation) {
        if (evaluation.state() != Evaluation.State.RUNNING) {
            timer.stop();
            setVisible(false);
        } else if (!timer.isRunning()) {
            timer.start();
        }
    }

    private void follow() {
        Progress now = evaluator.progress().orElse(null);
        bar.setIndeterminate(now == null);
        if (now != null) {
            bar.setValue((int) (now.share() * MOST));
            bar.setToolTipText(WORDS.text("pass.step", now.done() + 1, now.total(), now.node()));
        }
        setVisible(true);
    }
}
