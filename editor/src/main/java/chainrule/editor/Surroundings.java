package chainrule.editor;

import chainrule.editor.compare.Track;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.file.Questions;
import chainrule.editor.file.Recovery;
import chainrule.editor.file.Storage;
import chainrule.editor.session.Evaluator;
import chainrule.editor.session.Selection;
import chainrule.editor.session.Stepper;
import chainrule.editor.session.Workbench;
import chainrule.editor.theme.Appearance;
import chainrule.lessons.LessonCatalog;
import chainrule.op.Catalog;
import chainrule.presets.PresetCatalog;
import java.awt.Component;
import java.awt.datatransfer.Clipboard;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.prefs.Preferences;
import javax.swing.SwingUtilities;

/**
 * What all windows share.
 *
 * @param preferences where windows, recent files and the look are remembered
 * @param worker runs the engine, one task after the other
 * @param budget bytes that the buffers of one graph may take
 * @param storage where graph files are
 * @param questions asks over a window
 * @param clipboard through which nodes are copied to other windows and programs
 * @param recovery keeps what is not saved
 */
record Surroundings(
        Catalog catalog,
        PresetCatalog presets,
        LessonCatalog lessons,
        Preferences preferences,
        Appearance appearance,
        Executor worker,
        long budget,
        Storage storage,
        Function<Component, Questions> questions,
        Supplier<Clipboard> clipboard,
        Recovery recovery) {
    /** What works on an empty document. */
    Workbench bench() {
        History history = new History(Document.untitled());
        Evaluator evaluator = new Evaluator(history, SwingUtilities::invokeLater, worker, budget);
        return new Workbench(catalog, history, evaluator, new Selection(), new Stepper(evaluator));
    }

    /** What runs a graph beside a document. */
    Track.Engine engine() {
        return new Track.Engine(catalog, SwingUtilities::invokeLater, worker, budget);
    }
}
