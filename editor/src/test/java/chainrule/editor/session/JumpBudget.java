package chainrule.editor.session;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.command.ChangeTraining;
import chainrule.presets.PresetCatalog;
import chainrule.train.Training;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * How long a jump to any of 10,000 training steps takes, until the numbers of that step are there to be painted: the time
 * of the processor, so that other work beside it does not count. No part of the build, since it has no name of a test; run
 * by {@code mvn -pl editor -am test -Dtest=JumpBudget -Dsurefire.failIfNoSpecifiedTests=false}, it prints the table of
 * {@code docs/performance.md}.
 */
class JumpBudget {
    private static final int STEPS = 10_000;
    private static final int JUMPS = 300;
    private static final int WARM_UP = 100;
    private static final long BUDGET = 256L << 20;
    private static final List<String> PRESETS =
            List.of("b3-mazur", "p1-xor-tanh", "r6-vanish", "p1-spiral", "r6-sine", "c5-bars");

    private final PresetCatalog presets = new PresetCatalog(StandardCatalog.create());
    private final Deque<Runnable> work = new ArrayDeque<>();

    private void settle() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    @Test
    void jumpsAmongTenThousandSteps() {
        for (String preset : PRESETS) {
            time(preset);
        }
    }

    private void time(String preset) {
        History history =
                new History(new Document(presets.find(preset).orElseThrow().file()));
        Evaluator evaluator = new Evaluator(history, Runnable::run, work::add, BUDGET);
        Stepper stepper = new Stepper(evaluator);
        TrainingSession training = new TrainingSession(history, Runnable::run, work::add, BUDGET);
        Scrubber scrubber = new Scrubber(stepper, training);
        evaluator.start();
        settle();
        history.perform(new ChangeTraining(Training.of("sgd", 1e-3, STEPS)));
        training.start();
        settle();
        assertThat(training.state().done()).as(preset).isEqualTo(STEPS);
        Random random = new Random(1);
        double[] millis = new double[JUMPS];
        for (int i = -WARM_UP; i < JUMPS; i++) {
            int to = random.nextInt(STEPS);
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            scrubber.goTo(to);
            settle();
            stepper.view();
            if (i >= 0) {
                millis[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
            }
            assertThat(scrubber.step()).isEqualTo(to);
        }
        Arrays.sort(millis);
        TrainingState.Kept kept = training.state().kept();
        System.out.printf(
                Locale.ROOT,
                "| `%s` | %d | %d | %.1f | %.1f | %.1f | %.1f |%n",
                preset,
                stepper.cursor().orElseThrow().trace().plan().order().size(),
                kept.every(),
                kept.bytes() / 1e6,
                millis[JUMPS / 2],
                millis[JUMPS * 95 / 100],
                millis[JUMPS - 1]);
        training.close();
        evaluator.close();
        settle();
    }
}
