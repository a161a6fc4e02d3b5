package chainrule.editor;

import chainrule.editor.file.Dialogs;
import chainrule.editor.file.Storage;
import chainrule.editor.theme.Appearance;
import chainrule.editor.theme.Fonts;
import chainrule.lessons.LessonCatalog;
import chainrule.op.Catalog;
import chainrule.presets.PresetCatalog;
import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.prefs.Preferences;
import javax.swing.SwingUtilities;

/** Opens the editor. Needs a screen. */
public final class EditorLauncher {
    private static final System.Logger FAULTS = System.getLogger(EditorLauncher.class.getName());
    private static final double FONT_SIZE = 12;

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
     * @param files paths or {@code preset:ID}; without any, what was open last, the first time a preset
     * @param budget bytes that the buffers of one graph may take
     */
    public static void launch(List<String> files, PresetCatalog presets, Catalog catalog, long budget) {
        Preferences preferences = Preferences.userRoot().node("chainrule/editor");
        Appearance appearance = new Appearance(preferences);
        Surroundings around = new Surroundings(
                catalog,
                presets,
                LessonCatalog.standard(),
                preferences,
                appearance,
                worker(),
                budget,
                Storage.onDisk(catalog),
                Dialogs::new,
                () -> Toolkit.getDefaultToolkit().getSystemClipboard());
        CountDownLatch closed = new CountDownLatch(1);
        SwingUtilities.invokeLater(() -> {
            appearance.install();
            Windows windows = new Windows(around, closed::countDown);
            Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> windows.tellFault(fault));
            windows.open(files);
        });
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** One thread for the engine; it does not keep the program alive. */
    private static Executor worker() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "engine");
            thread.setDaemon(true);
            return thread;
        });
    }
}
