package chainrule.editor;

import chainrule.editor.file.Origin;
import chainrule.presets.Preset;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.prefs.Preferences;
import javax.swing.SwingUtilities;

/** The windows that are open. */
final class Windows {
    /** What a newcomer sees. */
    private static final String FIRST = "m0-two-paths";

    private static final String LAST = "last";
    private static final String PRESET = "preset:";
    private static final int ASIDE = 32;
    private static final System.Logger FAULTS = System.getLogger(Windows.class.getName());

    private final Surroundings around;
    private final Runnable allClosed;
    private final List<EditorFrame> open = new ArrayList<>();

    /**
     * @param allClosed called when the last window is closed
     */
    Windows(Surroundings around, Runnable allClosed) {
        this.around = around;
        this.allClosed = allClosed;
    }

    /** Opens a window for each file or {@code preset:ID}; without any, what was open last. */
    void open(List<String> files) {
        if (files.isEmpty()) {
            EditorFrame frame = opened();
            if (!fill(frame, last())) {
                fill(frame, PRESET + FIRST);
            }
            frame.start();
        }
        for (String file : files) {
            EditorFrame frame = opened();
            fill(frame, file);
            frame.start();
        }
    }

    private String last() {
        return around.preferences().get(LAST, PRESET + FIRST);
    }

    private EditorFrame opened() {
        EditorFrame frame = new EditorFrame(around, this);
        frame.setBounds(bounds(around.preferences(), open.size() * ASIDE));
        open.add(frame);
        frame.setVisible(true);
        return frame;
    }

    private boolean fill(EditorFrame frame, String file) {
        if (!file.startsWith(PRESET)) {
            return frame.open(Path.of(file));
        }
        String id = file.substring(PRESET.length());
        Optional<Preset> preset = around.presets().find(id);
        if (preset.isEmpty()) {
            frame.tell("There is no preset " + id + ".");
        }
        return preset.map(frame::open).orElse(false);
    }

    /** A window is gone. */
    void closed(EditorFrame frame) {
        remember(frame);
        open.remove(frame);
        if (open.isEmpty()) {
            allClosed.run();
        }
    }

    /** Closes every window; stops where the learner keeps one open. */
    void quit() {
        for (EditorFrame frame : List.copyOf(open)) {
            if (!frame.close()) {
                return;
            }
        }
    }

    /** Theme or size have changed. */
    void lookChanged() {
        open.forEach(EditorFrame::refresh);
    }

    /** A fault of the program: the document is still there, and the learner should save it. */
    void tellFault(Throwable fault) {
        FAULTS.log(System.Logger.Level.DEBUG, "a fault", fault);
        String sentence = "Something went wrong inside Chainrule (" + fault + "). Save your work, and start again.";
        SwingUtilities.invokeLater(() -> open.forEach(frame -> frame.tell(sentence)));
    }

    private void remember(EditorFrame frame) {
        Preferences preferences = around.preferences();
        Origin origin = frame.filing().origin();
        if (origin instanceof Origin.OnDisk disk) {
            preferences.put(LAST, disk.path().toAbsolutePath().toString());
        } else if (origin instanceof Origin.Preset preset) {
            preferences.put(LAST, PRESET + preset.id());
        }
        Rectangle bounds = frame.getBounds();
        preferences.putInt("x", bounds.x);
        preferences.putInt("y", bounds.y);
        preferences.putInt("width", bounds.width);
        preferences.putInt("height", bounds.height);
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
