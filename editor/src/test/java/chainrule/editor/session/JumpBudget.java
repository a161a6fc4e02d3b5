package chainrule.editor.session;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.command.ChangeTraining;
import chainrule.io.FileProblem;
import chainrule.io.GraphFile;
import chainrule.io.GraphJson;
import chainrule.presets.PresetCatalog;
import chainrule.train.Training;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final List<String> LARGE =
            List.of("c5-glyphs", "c5-digits10", "e7-context", "e7-reverse", "r6-hello", "l4-overfit");
    private static final List<String> WORKLOADS =
            List.of("w3-mlp", "w4-lenet", "w5-lstm", "w6-resnet", "w7-attention", "w8-chain-1000");
    private static final Path AT = Path.of("../graph-engine/benchmark/engine/src/main/resources/workloads");

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
            time(preset, presets.find(preset).orElseThrow().file(), Training.of("sgd", 1e-3, STEPS));
        }
    }

    /** By the wall: while it is waited for, the learner does. Adam keeps three numbers for each that learns. */
    @Test
    void jumpsInLargeGraphs() throws IOException, FileProblem {
        for (String preset : LARGE) {
            time(preset, presets.find(preset).orElseThrow().file(), Training.of("adam", 1e-3, STEPS));
        }
        for (String workload : WORKLOADS) {
            String text = Files.readString(AT.resolve(workload + ".json"));
            time(workload, GraphJson.read(text, StandardCatalog.create()), Training.of("adam", 1e-3, STEPS));
        }
    }

    private void time(String name, GraphFile file, Training how) {
        History history = new History(new Document(file));
        Evaluator evaluator = new Evaluator(history, Runnable::run, work::add, BUDGET);
        Stepper stepper = new Stepper(evaluator);
        TrainingSession training = new TrainingSession(history, Runnable::run, work::add, BUDGET);
        Scrubber scrubber = new Scrubber(stepper, training);
        evaluator.start();
        settle();
        history.perform(new ChangeTraining(how));
        long began = System.nanoTime();
        training.start();
        settle();
        double step = (System.nanoTime() - began) / 1e6 / STEPS;
        assertThat(training.state().done()).as(name).isEqualTo(STEPS);
        Random random = new Random(1);
        double[] millis = new double[JUMPS];
        double[] wall = new double[JUMPS];
        for (int i = -WARM_UP; i < JUMPS; i++) {
            int to = random.nextInt(STEPS);
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long from = System.nanoTime();
            scrubber.goTo(to);
            settle();
            stepper.view();
            if (i >= 0) {
                millis[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
                wall[i] = (System.nanoTime() - from) / 1e6;
            }
            assertThat(scrubber.step()).isEqualTo(to);
        }
        Arrays.sort(millis);
        Arrays.sort(wall);
        TrainingState.Kept kept = training.state().kept();
        System.out.printf(
                Locale.ROOT,
                "| `%s` | %d | %.2f | %d | %.1f | %.1f | %.1f | %.1f | wall %.1f %.1f %.1f%n",
                name,
                stepper.cursor().orElseThrow().trace().plan().order().size(),
                step,
                kept.every(),
                kept.bytes() / 1e6,
                millis[JUMPS / 2],
                millis[JUMPS * 95 / 100],
                millis[JUMPS - 1],
                wall[JUMPS / 2],
                wall[JUMPS * 95 / 100],
                wall[JUMPS - 1]);
        training.close();
        evaluator.close();
        settle();
    }
}
