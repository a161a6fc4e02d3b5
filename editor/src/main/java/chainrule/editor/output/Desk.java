package chainrule.editor.output;

import java.awt.datatransfer.Clipboard;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What pictures need of the window around.
 *
 * @param title the name of the document, without an ending
 * @param whereTo asks for a file; a name is offered
 * @param mayReplace asks whether a file that is there may go
 * @param clipboard of the system
 * @param tell shows a sentence
 * @param apart does what takes long, beside the event thread
 */
public record Desk(
        Supplier<String> title,
        Function<String, Optional<Path>> whereTo,
        Predicate<Path> mayReplace,
        Supplier<Clipboard> clipboard,
        Consumer<String> tell,
        Executor apart) {}
