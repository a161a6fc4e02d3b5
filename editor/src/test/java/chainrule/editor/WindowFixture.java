package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.editor.action.EditorAction;
import chainrule.editor.file.Questions;
import chainrule.editor.file.Recovery;
import chainrule.editor.file.Storage;
import chainrule.editor.theme.Appearance;
import chainrule.graph.NodeId;
import chainrule.lessons.LessonCatalog;
import chainrule.op.Catalog;
import chainrule.presets.PresetCatalog;
import chainrule.tensor.Tensor;
import java.awt.Dimension;
import java.awt.datatransfer.Clipboard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.prefs.Preferences;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;

/**
 * An editor window on Cacio's screen, with answers instead of dialogs. Closing it fails where anything was thrown on the
 * event thread meanwhile, painting included.
 */
final class WindowFixture implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final Preferences preferences = MemoryPreferences.empty();
    final Answers answers = new Answers();
    final Clipboard clipboard = new Clipboard("test");
    final Surroundings around;
    final EditorFrame frame;
    final FrameFixture window;

    private final ExecutorService engine = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "engine");
        thread.setDaemon(true);
        return thread;
    });
    private final PresetCatalog presets;
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();

    /** A window whose engine runs. */
    static WindowFixture open() {
        return new WindowFixture(null);
    }

    /** A window with another worker. */
    static WindowFixture withWorker(Executor worker) {
        return new WindowFixture(worker);
    }

    private WindowFixture(Executor worker) {
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> faults.add(fault));
        Catalog catalog = StandardCatalog.create();
        presets = new PresetCatalog(catalog);
        Appearance appearance = new Appearance(preferences);
        around = new Surroundings(
                catalog,
                presets,
                LessonCatalog.standard(),
                preferences,
                appearance,
                worker == null ? engine : worker,
                1L << 30,
                Storage.onDisk(catalog),
                over -> answers,
                () -> clipboard,
                new Recovery(Path.of("build", "recovery"), catalog, Duration.ofHours(1), Runnable::run));
        frame = GuiActionRunner.execute(() -> {
            appearance.install();
            return new EditorFrame(around, new Windows(around, () -> {}));
        });
        window = new FrameFixture(frame);
        window.show(new Dimension(1000, 700));
        run(frame::start);
    }

    void openPreset(String id) {
        run(() -> frame.open(presets.find(id).orElseThrow()));
    }

    /** Opens a preset and waits for its trace. */
    void openAndRun(String id) throws InterruptedException {
        openPreset(id);
        awaitRun();
    }

    /** Waits for the trace of what is open. */
    void awaitRun() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!GuiActionRunner.execute(() -> done())) {
            assertThat(System.nanoTime()).as(this::waiting).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private String waiting() {
        var evaluation = frame.bench().evaluator().current();
        return "the engine answers in time: it is %s with %s, and these faults came up: %s"
                .formatted(evaluation.state(), evaluation.problems(), faults);
    }

    private boolean done() {
        return frame.bench().stepper().cursor().isPresent()
                && frame.bench().evaluator().current().state() == chainrule.editor.session.Evaluation.State.DONE;
    }

    /** How many steps of the pass are done. */
    int stepsDone() {
        return GuiActionRunner.execute(
                () -> frame.bench().stepper().cursor().orElseThrow().done());
    }

    /** An action, once a node is selected for it. */
    EditorAction action(String id, NodeId node) {
        return GuiActionRunner.execute(() -> {
            frame.bench().selection().select(node);
            return frame.actions().get(id);
        });
    }

    /** The value of a node where the stepper stands; empty where there is none. */
    Optional<Tensor> value(NodeId node) {
        return GuiActionRunner.execute(() -> frame.bench().stepper().view().flatMap(view -> view.value(node)));
    }

    void run(Runnable deed) {
        GuiActionRunner.execute(deed::run);
    }

    /** Presses a key while others are held, and waits until the window has answered. */
    void press(int key, int... held) {
        for (int modifier : held) {
            window.robot().pressKey(modifier);
        }
        window.robot().pressAndReleaseKey(key);
        for (int modifier : held) {
            window.robot().releaseKey(modifier);
        }
        window.robot().waitForIdle();
    }

    /** Waits until something is so; fails where that takes too long. */
    static void await(BooleanSupplier there) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the window answers in time").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Override
    public void close() {
        window.cleanUp();
        engine.shutdownNow();
        Thread.setDefaultUncaughtExceptionHandler(null);
        faults.forEach(Throwable::printStackTrace);
        assertThat(faults).as("faults on the event thread").isEmpty();
    }

    /** What the learner answers. */
    static final class Answers implements Questions {
        final List<String> asked = new ArrayList<>();
        Unsaved unsaved = Unsaved.CANCEL;
        Path open;
        Path save;

        @Override
        public Optional<Path> fileToOpen() {
            return Optional.ofNullable(open);
        }

        @Override
        public Optional<Path> fileToSave(String suggested) {
            return Optional.ofNullable(save);
        }

        @Override
        public Unsaved unsaved(String name) {
            asked.add(name);
            return unsaved;
        }

        @Override
        public boolean mayReplace(Path path) {
            return true;
        }
    }
}
