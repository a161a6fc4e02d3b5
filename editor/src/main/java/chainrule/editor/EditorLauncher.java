package chainrule.editor;

import chainrule.editor.file.Dialogs;
import chainrule.editor.file.FaultLog;
import chainrule.editor.file.Recovered;
import chainrule.editor.file.Recovery;
import chainrule.editor.file.StateFolder;
import chainrule.editor.file.Storage;
import chainrule.editor.theme.Appearance;
import chainrule.editor.theme.Fonts;
import chainrule.lessons.LessonCatalog;
import chainrule.op.Catalog;
import chainrule.presets.PresetCatalog;
import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.prefs.Preferences;
import javax.swing.SwingUtilities;

/** Opens the editor. Needs a screen. */
public final class EditorLauncher {
    private static final System.Logger FAULTS = System.getLogger(EditorLauncher.class.getName());
    private static final double FONT_SIZE = 12;
    private static final Duration KEPT_WITHIN = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private EditorLauncher() {}

    /** Starts the screen's side of Java while the caller gets ready, so that the first window is there sooner. */
    public static void prepare() {
        if (GraphicsEnvironment.isHeadless()) {
            return;
        }
        Thread screen = new Thread(
                () -> {
                    try {
                        Toolkit.getDefaultToolkit();
                        GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
                        Fonts.ui(FONT_SIZE, false);
                    } catch (AWTError unreachable) {
                        FAULTS.log(System.Logger.Level.DEBUG, "no screen", unreachable);
                    }
                },
                "screen");
        screen.setDaemon(true);
        screen.start();
    }

    /**
     * Opens a window for each file and comes back when the last window is closed. Not called on the event thread.
     *
     * @param files paths or {@code preset:ID}; without any, what was open last, the first time the start page
     * @param budget bytes that the buffers of one graph may take
     */
    public static void launch(List<String> files, PresetCatalog presets, Catalog catalog, long budget) {
        Preferences preferences = Preferences.userRoot().node("chainrule/editor");
        Appearance appearance = new Appearance(preferences);
        ExecutorService writer = worker("recovery");
        Recovery recovery = new Recovery(StateFolder.ofThisAccount().resolve("recovery"), catalog, KEPT_WITHIN, writer);
        Surroundings around = new Surroundings(
                catalog,
                presets,
                LessonCatalog.standard(),
                preferences,
                appearance,
                worker("engine"),
                budget,
                Storage.onDisk(catalog),
                Dialogs::new,
                () -> Toolkit.getDefaultToolkit().getSystemClipboard(),
                recovery);
        CountDownLatch closed = new CountDownLatch(1);
        SwingUtilities.invokeLater(() -> {
            new LanguageChoice(preferences).install();
            appearance.install();
            Windows windows = new Windows(around, closed::countDown);
            open(windows, files, preferences);
            writer.execute(() -> offer(windows, recovery.left()));
            windows.followSystem(ForkJoinPool.commonPool());
        });
        try {
            closed.await();
            recovery.close();
            writer.shutdown();
            if (!writer.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                FAULTS.log(System.Logger.Level.DEBUG, "the recovery files are still being written");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens the first window; from now on faults are told in it. */
    private static void open(Windows windows, List<String> files, Preferences preferences) {
        FaultLog log = FaultLog.ofThisAccount();
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {
            log.add(fault);
            windows.tellFault(fault);
        });
        windows.open(files);
        if (News.isFresh(preferences, News.version())) {
            windows.tellNews();
        }
        OpenEvents.listen(windows::openBeside);
    }

    private static void offer(Windows windows, List<Recovered> left) {
        if (!left.isEmpty()) {
            SwingUtilities.invokeLater(() -> windows.offer(left));
        }
    }

    /** One thread; it does not keep the program alive. */
    private static ExecutorService worker(String name) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
