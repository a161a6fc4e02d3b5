package chainrule.editor.file;

import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.command.Recover;
import chainrule.editor.picture.PictureFormat;
import chainrule.io.FileProblem;
import chainrule.io.GraphFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Opens and saves the document under edit, and asks before changes are lost. Each deed answers whether it was carried
 * out; where it failed, a sentence was told and nothing has changed.
 */
public final class Filing {
    /** How the name of a graph file ends. */
    public static final String ENDING = ".chainrule.json";

    private final History history;
    private final Storage storage;
    private final Questions questions;
    private final RecentFiles recent;
    private final Consumer<String> tell;
    private final List<Runnable> listeners = new ArrayList<>();
    private Origin origin = new Origin.Nowhere();

    public Filing(History history, Storage storage, Questions questions, RecentFiles recent, Consumer<String> tell) {
        this.history = history;
        this.storage = storage;
        this.questions = questions;
        this.recent = recent;
        this.tell = tell;
    }

    /** Where the document came from. */
    public Origin origin() {
        return origin;
    }

    public RecentFiles recent() {
        return recent;
    }

    /** The name with a star where changes are not saved. */
    public String title() {
        return origin.name() + (history.dirty() ? "*" : "");
    }

    /** Calls back after another document was opened. */
    public void onOpen(Runnable listener) {
        listeners.add(listener);
    }

    /** Begins an empty document. */
    public boolean begin() {
        return mayLeave() && begin(Document.untitled(), new Origin.Nowhere());
    }

    /** Opens a copy of a preset. */
    public boolean openPreset(String id, GraphFile file) {
        return mayLeave() && begin(new Document(file), new Origin.Preset(id));
    }

    /** Opens what an earlier run kept, as a change of what was saved. */
    public boolean recover(Recovered recovered) {
        if (!mayLeave()) {
            return false;
        }
        origin = recovered.origin();
        history.restart(saved(origin));
        history.perform(new Recover(recovered.file()));
        opened();
        return true;
    }

    /** Asks which file, and opens it. */
    public boolean open() {
        return mayLeave() && questions.fileToOpen().map(this::read).orElse(false);
    }

    public boolean open(Path path) {
        return mayLeave() && read(path);
    }

    /** Opens a file that was read already. */
    public boolean open(Path path, GraphFile file) {
        return mayLeave() && begin(path, file);
    }

    /** Asks which file to open. */
    public Optional<Path> fileToOpen() {
        return questions.fileToOpen();
    }

    /** Saves to the document's file; asks for one where it has none. */
    public boolean save() {
        return origin instanceof Origin.OnDisk disk ? write(disk.path()) : saveAs();
    }

    /** Asks for a file and saves to it. */
    public boolean saveAs() {
        Optional<Path> answer = questions.fileToSave(suggestedName());
        if (answer.isEmpty()) {
            return false;
        }
        Path path = withEnding(answer.get());
        boolean own = origin instanceof Origin.OnDisk disk && disk.path().equals(path);
        if (Files.exists(path) && !own && !questions.mayReplace(path)) {
            return false;
        }
        return write(path);
    }

    /** Whether the document may be left: it is saved, or the learner has saved or discarded the changes. */
    public boolean mayLeave() {
        if (!history.dirty()) {
            return true;
        }
        return switch (questions.unsaved(origin.name())) {
            case SAVE -> save();
            case DISCARD -> true;
            case CANCEL -> false;
        };
    }

    private Document saved(Origin from) {
        try {
            return from instanceof Origin.OnDisk disk ? new Document(storage.read(disk.path())) : Document.untitled();
        } catch (FileProblem gone) {
            return Document.untitled();
        }
    }

    private String suggestedName() {
        if (origin instanceof Origin.OnDisk disk) {
            return disk.path().toString();
        }
        return (origin instanceof Origin.Preset preset ? preset.id() : "untitled") + ENDING;
    }

    private static Path withEnding(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.contains(".") ? path : path.resolveSibling(name + ENDING);
    }

    private boolean read(Path path) {
        try {
            return begin(path, storage.read(path));
        } catch (FileProblem problem) {
            tell.accept(problem.sentence());
            return false;
        }
    }

    private boolean write(Path path) {
        try {
            storage.write(history.document().file(), path);
        } catch (FileProblem problem) {
            tell.accept(problem.sentence());
            return false;
        }
        recent.add(path);
        origin = new Origin.OnDisk(path);
        history.markSaved();
        return true;
    }

    /** A picture is opened as a copy of the graph that it carries. */
    private boolean begin(Path path, GraphFile file) {
        if (PictureFormat.of(path).isPresent()) {
            return begin(new Document(file), new Origin.Nowhere());
        }
        recent.add(path);
        return begin(new Document(file), new Origin.OnDisk(path));
    }

    private boolean begin(Document document, Origin from) {
        origin = from;
        history.restart(document);
        opened();
        return true;
    }

    private void opened() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
