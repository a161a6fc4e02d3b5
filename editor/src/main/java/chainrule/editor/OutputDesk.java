package chainrule.editor;

import chainrule.editor.canvas.Arranging;
import chainrule.editor.file.Filing;
import chainrule.editor.file.Origin;
import chainrule.editor.file.Questions;
import chainrule.editor.output.Desk;
import java.awt.datatransfer.Clipboard;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What pictures of a document need of its window. */
final class OutputDesk {
    private OutputDesk() {}

    static Desk of(Filing filing, Questions questions, Supplier<Clipboard> clipboard, Consumer<String> tell) {
        return new Desk(
                () -> name(filing.origin()),
                questions::pictureToSave,
                questions::mayReplace,
                clipboard,
                tell,
                Arranging.apart());
    }

    /** The name of the document, for a picture beside it. */
    private static String name(Origin origin) {
        if (origin instanceof Origin.Preset preset) {
            return preset.id();
        }
        String name = origin.name();
        int end = name.endsWith(Filing.ENDING) ? name.length() - Filing.ENDING.length() : name.lastIndexOf('.');
        return end > 0 ? name.substring(0, end) : name;
    }
}
