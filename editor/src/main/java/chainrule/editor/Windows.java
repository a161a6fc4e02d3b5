package chainrule.editor;

import chainrule.editor.file.Origin;
import chainrule.editor.file.Recovered;
import chainrule.editor.theme.SystemTheme;
import chainrule.editor.theme.Theme;
import chainrule.language.Phrases;
import chainrule.presets.Preset;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.prefs.Preferences;
import javax.swing.SwingUtilities;

/** The windows that are open. */
final class Windows {
    private static final String PRESET = "preset:";
    private static final Phrases WORDS = Phrases.of(Windows.class);
    private static final int ASIDE = 32;
    private static final System.Logger FAULTS = System.getLogger(Windows.class.getName());

    private final Surroundings around;
    private final Runnable allClosed;
    private final List<EditorFrame> open = new ArrayList<>();
    private boolean speaking;

    /**
     * @param allClosed called when the last window is closed
     */
    Windows(Surroundings around, Runnable allClosed) {
        this.around = around;
        this.allClosed = allClosed;
    }

    /** Opens a window with each file or {@code preset:ID} in a tab; without any, with what was open last, or with the start page. */
    void open(List<String> files) {
        EditorFrame frame = opened(files.isEmpty() ? new Reopening(around.preferences()).documents() : files);
        if (files.isEmpty() && frame.current().isUntouched()) {
            frame.showStart();
        }
    }

    private EditorFrame opened(List<String> documents) {
        EditorFrame frame = opened();
        frame.start();
        documents.forEach(document -> fill(frame, document));
        return frame;
    }

    /** Opens a window with an empty document. */
    void openEmpty() {
        opened().start();
    }

    /** Opens files beside what is open, in the window that is in use. */
    void openBeside(Collection<Path> files) {
        EditorFrame frame = open.stream()
                .filter(EditorFrame::isActive)
                .findFirst()
                .orElseGet(() -> open.isEmpty() ? opened(List.of()) : open.get(0));
        files.forEach(frame::open);
        frame.toFront();
    }

    /** Offers what earlier runs kept and did not save. */
    void offer(List<Recovered> left) {
        if (!open.isEmpty()) {
            open.get(0).offer(left);
        }
    }

    private EditorFrame opened() {
        EditorFrame frame = new EditorFrame(around, this);
        frame.setBounds(bounds(around.preferences(), open.size() * ASIDE));
        open.add(frame);
        frame.setVisible(true);
        return frame;
    }

    private void fill(EditorFrame frame, String file) {
        if (!file.startsWith(PRESET)) {
            frame.open(Path.of(file), EditorTab::isUntouched);
            return;
        }
        String id = file.substring(PRESET.length());
        Optional<Preset> preset = around.presets().find(id);
        if (preset.isEmpty()) {
            frame.tell(WORDS.text("window.noPreset", id));
        }
        preset.ifPresent(p -> frame.open(p, EditorTab::isUntouched));
    }

    /** A window is gone. */
    void closed(EditorFrame frame) {
        remember(frame);
        open.remove(frame);
        if (open.isEmpty() && !speaking) {
            allClosed.run();
        }
    }

    /** Changes the language: every window is built again with its documents, unless the learner keeps one open. */
    void speak(Runnable change) {
        List<EditorFrame> before = List.copyOf(open);
        if (!before.stream().allMatch(EditorFrame::mayLeaveAll)) {
            return;
        }
        change.run();
        speaking = true;
        for (EditorFrame frame : before) {
            List<String> documents = names(frame);
            Rectangle bounds = frame.getBounds();
            frame.leave();
            opened(documents).setBounds(bounds);
        }
        speaking = false;
    }

    /** Closes every window; stops where the learner keeps one open. */
    void quit() {
        for (EditorFrame frame : List.copyOf(open)) {
            if (!frame.closeAll()) {
                return;
            }
        }
    }

    /** The keys of an action have changed. */
    void keysChanged() {
        open.forEach(frame -> frame.all().forEach(EditorTab::applyKeys));
    }

    /** Follows the theme of the system, which is asked now and whenever a window becomes active. */
    void followSystem(Executor asking) {
        Runnable ask = () -> asking.execute(
                () -> SystemTheme.ask().ifPresent(theme -> SwingUtilities.invokeLater(() -> systemIs(theme))));
        ask.run();
        KeyboardFocusManager.getCurrentKeyboardFocusManager().addPropertyChangeListener("activeWindow", change -> {
            if (change.getOldValue() == null && change.getNewValue() != null) {
                ask.run();
            }
        });
    }

    private void systemIs(Theme theme) {
        if (around.appearance().systemIs(theme)) {
            lookChanged();
        }
    }

    /** Theme or size have changed. */
    void lookChanged() {
        open.forEach(EditorFrame::refresh);
    }

    /** A fault of the program: the document is still there, and the learner should save it. */
    void tellFault(Throwable fault) {
        FAULTS.log(System.Logger.Level.DEBUG, "a fault", fault);
        String sentence = WORDS.text("window.fault", fault);
        SwingUtilities.invokeLater(() -> open.forEach(frame -> frame.tell(sentence)));
    }

    /** Says that this is another version than last time. */
    void tellNews() {
        EditorTab tab = open.get(0).current();
        tab.ask(WORDS.text("window.version", News.version()), Map.of(WORDS.text("help.news"), () -> tab.actions()
                .get("help.news")
                .run()));
    }

    private void remember(EditorFrame frame) {
        Preferences preferences = around.preferences();
        new Reopening(preferences).remember(names(frame));
        Rectangle bounds = frame.getBounds();
        preferences.putInt("x", bounds.x);
        preferences.putInt("y", bounds.y);
        preferences.putInt("width", bounds.width);
        preferences.putInt("height", bounds.height);
    }

    private static List<String> names(EditorFrame frame) {
        return frame.all().stream()
                .map(tab -> name(tab.filing().origin()))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** What opens a document again; empty where nothing does. */
    private static String name(Origin origin) {
        if (origin instanceof Origin.OnDisk disk) {
            return disk.path().toAbsolutePath().toString();
        }
        return origin instanceof Origin.Preset preset ? PRESET + preset.id() : "";
    }

    /** Where the window was, on the screen that is there now. */
    private static Rectangle bounds(Preferences preferences, int aside) {
        Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        Dimension usual = new Dimension(Math.min(1440, screen.width), Math.min(900, screen.height));
        int width = Math.min(preferences.getInt("width", usual.width), screen.width);
        int height = Math.min(preferences.getInt("height", usual.height), screen.height);
        int x = preferences.getInt("x", screen.x + (screen.width - width) / 2) + aside;
        int y = preferences.getInt("y", screen.y + (screen.height - height) / 2) + aside;
        return new Rectangle(
                Math.max(screen.x, Math.min(x, screen.x + screen.width - width)),
                Math.max(screen.y, Math.min(y, screen.y + screen.height - height)),
                width,
                height);
    }
}
