package chainrule.app;

import chainrule.block.Opening;
import chainrule.editor.canvas.GraphPicture;
import chainrule.editor.canvas.PictureStyle;
import chainrule.editor.document.Document;
import chainrule.editor.film.FilmFormat;
import chainrule.editor.picture.PictureFile;
import chainrule.editor.picture.PictureFormat;
import chainrule.editor.session.Evaluation;
import chainrule.editor.theme.Colors;
import chainrule.exec.Compilation;
import chainrule.exec.Workspace;
import chainrule.graph.Problem;
import chainrule.graph.Validation;
import chainrule.io.FileProblem;
import chainrule.io.GraphFiles;
import chainrule.trace.Trace;
import chainrule.trace.TraceCursor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a graph as a picture, painted as the window paints it, or as a graph file. */
@Command(
        name = "export",
        description = {
            "Writes a graph as the end of OUT says: .png, .svg and .pdf are pictures, .gif moves, .json is a graph file.",
            "With --steps or --training a picture becomes numbered files, one for each frame."
        })
final class ExportCommand implements Callable<Integer> {
    private static final int MOST_MARGIN = 1000;

    @Parameters(index = "0", paramLabel = "FILE", description = "A graph file, or preset:ID.")
    private String word = "";

    @Parameters(index = "1", paramLabel = "OUT", description = "The file to write; one that is there is replaced.")
    private String out = "";

    @Option(names = "--scale", paramLabel = "N", description = "How many pixels of a PNG one of the canvas is: 1 to 8.")
    private String scale = "1";

    @Option(names = "--margin", paramLabel = "N", description = "Pixels around everything; 40 where this is not said.")
    private String margin = "40";

    @Option(names = "--dark", description = "In the colors of the dark theme.")
    private boolean dark;

    @Option(names = "--transparent", description = "Without a ground, so that what lies behind shows through.")
    private boolean transparent;

    @Option(names = "--dots", description = "With the dots of the grid.")
    private boolean dots;

    @Option(names = "--no-values", description = "Without values and gradients: the graph is not run.")
    private boolean bare;

    @Option(names = "--step", paramLabel = "N", description = "After N steps of the pass instead of at its end.")
    private @Nullable String step;

    @Option(names = "--print", description = "In colors for paper: white grounds, darker lines.")
    private boolean print;

    @Mixin
    private final FilmOptions film = new FilmOptions();

    private final Terminal terminal;
    private final Library library;

    ExportCommand(Terminal terminal, Library library) {
        this.terminal = terminal;
        this.library = library;
    }

    @Override
    public Integer call() {
        Path path = Library.path(out);
        FilmFormat moving = FilmFormat.of(path).orElse(null);
        boolean copy = out.toLowerCase(Locale.ROOT).endsWith(".json");
        if (moving == null && !copy) {
            throw Refusal.unusable("%s cannot be written: its name should end in .png, .svg, .pdf, .gif or .json."
                    .formatted(path.getFileName()));
        }
        int size = (int) Words.whole("--scale", scale, 1, 8);
        PictureStyle style = new PictureStyle(
                colors(),
                transparent && moving != FilmFormat.GIF,
                dots,
                Words.whole("--margin", margin, 0, MOST_MARGIN));
        Opened opened = library.open(word);
        if (moving == null) {
            return copied(opened, path);
        }
        headless();
        if (moving == FilmFormat.GIF || film.isAsked()) {
            if (step != null) {
                throw Refusal.unusable("--step is one moment, and this is a film of several: use --steps.");
            }
            return new FilmExport(terminal, film, run(opened))
                    .write(opened, moving, new FilmExport.Look(path, style, size));
        }
        return painted(opened, path, PictureFormat.of(path).orElseThrow(), new Look(style, size));
    }

    private Colors colors() {
        if (dark && print) {
            throw Refusal.unusable("--dark and --print are two sets of colors: choose one.");
        }
        return print ? Colors.print() : dark ? Colors.dark() : Colors.light();
    }

    private static void headless() {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    /** How the picture looks, and how large it is. */
    private record Look(PictureStyle style, int scale) {}

    private int copied(Opened opened, Path path) {
        try {
            GraphFiles.write(path, opened.file());
        } catch (FileProblem problem) {
            throw Refusal.unusable(problem.sentence());
        }
        return 0;
    }

    private int painted(Opened opened, Path path, PictureFormat format, Look look) {
        Evaluation evaluation = bare ? unrun(opened) : run(opened);
        GraphPicture picture = new GraphPicture(evaluation, cursor(evaluation), look.style());
        PictureFile file = new PictureFile(picture, opened.file().title(), format, look.scale());
        if (file.isTooLarge()) {
            throw Refusal.unusable(
                    "The picture would have %.0f × %.0f pixels, which is too many: choose a smaller --scale."
                            .formatted(picture.width() * look.scale(), picture.height() * look.scale()));
        }
        try {
            file.write(path);
        } catch (IOException failed) {
            throw Refusal.unusable("%s cannot be written: %s".formatted(path, reason(failed)));
        }
        evaluation.problems().forEach(problem -> terminal.say(problem.line()));
        return evaluation.problems().isEmpty() ? 0 : Refusal.PROBLEMS;
    }

    static String reason(IOException failed) {
        String said = failed.getMessage();
        return failed instanceof java.nio.file.FileSystemException || said == null
                ? "the folder or the disk refuses it."
                : said;
    }

    private @Nullable TraceCursor cursor(Evaluation evaluation) {
        if (step == null || evaluation.trace() == null) {
            return null;
        }
        int steps = evaluation.trace().steps().size();
        return new TraceCursor(evaluation.trace(), (int) Words.whole("--step", step, 0, steps));
    }

    private static Evaluation unrun(Opened opened) {
        Document document = new Document(opened.file());
        Validation validation = Validation.of(document.graph());
        Evaluation.State state = validation.problems().isEmpty() ? Evaluation.State.RUNNING : Evaluation.State.REJECTED;
        return new Evaluation(document, state, validation, validation.problems(), null);
    }

    private Evaluation run(Opened opened) {
        Document document = new Document(opened.file());
        Compilation compilation = GraphCommand.compile(document.graph(), document.precision(), Opening.INSIDE_BLOCKS);
        if (compilation instanceof Compilation.Rejected rejected) {
            return answered(document, compilation, rejected.problems(), null);
        }
        try (Workspace workspace = new Workspace(((Compilation.Compiled) compilation).plan())) {
            Trace trace = step == null ? Trace.recordResults(workspace) : Trace.record(workspace);
            return trace.problem()
                    .map(problem -> answered(document, compilation, List.of(problem), null))
                    .orElseGet(() -> answered(document, compilation, List.of(), trace));
        }
    }

    private static Evaluation answered(
            Document document, Compilation compilation, List<Problem> problems, @Nullable Trace trace) {
        Evaluation.State state = trace == null ? Evaluation.State.REJECTED : Evaluation.State.DONE;
        return new Evaluation(document, state, compilation.validation(), problems, trace);
    }
}
