package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.command.ChangeSettings;
import chainrule.editor.session.Evaluation;
import chainrule.graph.NodeId;
import chainrule.op.Literal;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pass that does not end, as the learner sees it. */
class CancelTest {
    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private WindowFixture editor;

    @BeforeEach
    void open() throws InterruptedException {
        editor = WindowFixture.withWorker(work::add);
        editor.openPreset("m0-two-paths");
        for (Runnable task = work.poll(); task != null; task = work.poll()) {
            task.run();
        }
        editor.awaitRun();
        editor.run(() -> {
            var history = editor.frame.bench().history();
            history.perform(new ChangeSettings(NodeId.of("a"), "value", new Literal.Number(7)));
        });
    }

    @AfterEach
    void close() {
        editor.close();
    }

    private Evaluation.State state() {
        return GuiActionRunner.execute(
                () -> editor.frame.bench().evaluator().current().state());
    }

    private static void await(BooleanSupplier reached) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!GuiActionRunner.execute(reached::getAsBoolean)) {
            assertThat(System.nanoTime()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private JComponent named(String name) {
        return (JComponent) editor.window.robot().finder().find(editor.frame, c -> name.equals(c.getName()));
    }

    @Test
    void whoeverWaitsSeesProgressAndTheButtonCancelsAtOnce() throws InterruptedException {
        JComponent progress = named("status.progress");
        await(progress::isVisible);
        assertThat(state()).isEqualTo(Evaluation.State.RUNNING);
        long start = System.nanoTime();
        editor.run(() -> ((javax.swing.JButton) named("status.cancel")).doClick(0));
        assertThat(state()).isEqualTo(Evaluation.State.CANCELLED);
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(200);
        assertThat(GuiActionRunner.execute(progress::isVisible)).isFalse();
        assertThat(editor.window.label("status.state").text()).startsWith("Cancelled");
        assertThat(GuiActionRunner.execute(
                        () -> editor.frame.actions().get("run.cancel").reason()))
                .contains("Nothing is being computed now.");
        editor.run(() -> editor.frame.actions().get("run.again").run());
        assertThat(state()).isEqualTo(Evaluation.State.RUNNING);
    }

    @Test
    void escapeOnTheCanvasCancelsAPassThatIsWaitedFor() throws InterruptedException {
        await(named("status.progress")::isVisible);
        TimeUnit.MILLISECONDS.sleep(300);
        editor.run(() -> {
            JComponent canvas = editor.frame.canvas().keyboard();
            Object escape = canvas.getInputMap().get(KeyStroke.getKeyStroke("ESCAPE"));
            canvas.getActionMap().get(escape).actionPerformed(null);
        });
        assertThat(state()).isEqualTo(Evaluation.State.CANCELLED);
    }
}
