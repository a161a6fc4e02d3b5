package chainrule.app;

import chainrule.catalog.StandardCatalog;
import chainrule.editor.EditorLauncher;
import chainrule.language.Language;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** The program: reads the words of a call and hands them to a command. */
@Command(
        name = "chainrule",
        versionProvider = Version.class,
        description =
                "Neural networks as graphs, with the gradient on every edge. Without a command, opens the editor.",
        synopsisSubcommandLabel = "[COMMAND]",
        footer = {
            "",
            "FILE is the path of a graph file, or preset:ID.",
            "Exit: 0 done, 1 the graph or the check has problems, 2 the call or the file cannot be used."
        })
public final class Main implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Graph files to open in the editor, or preset:ID.")
    private List<String> words = List.of();

    @Option(
            names = "--threads",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description = "How many threads may share the work.")
    private @Nullable String threads;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where in the program an error arose.")
    boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Say what can be asked, and how.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            scope = ScopeType.INHERIT,
            description = "Say which version this is.")
    boolean version;

    private final Terminal terminal;
    private final EditCommand edit;
    private final Library library;

    Main(Terminal terminal, EditorStarter editor) {
        this.terminal = terminal;
        this.library = new Library(StandardCatalog.create());
        this.edit = new EditCommand(library, editor);
    }

    public static void main(String[] args) {
        PrintStream out = utf8(FileDescriptor.out, false);
        PrintStream err = utf8(FileDescriptor.err, true);
        boolean watched = System.console() != null;
        Language.ENGLISH.speak();
        if (opensEditor(args)) {
            EditorLauncher.prepare();
        }
        System.exit(new Main(new Terminal(out, err, watched), Main::openEditor).run(args));
    }

    /** Runs one call and answers its exit code; nothing that goes wrong leaves it as an exception. */
    int run(String... args) {
        Mishaps mishaps = new Mishaps(terminal, List.of(args).contains("--debug"));
        try {
            return commands(mishaps).execute(args);
        } catch (Throwable error) {
            return mishaps.explained(error);
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    @Override
    public Integer call() {
        return edit.open(words);
    }

    private CommandLine commands(Mishaps mishaps) {
        CommandLine line = new CommandLine(this)
                .addSubcommand("edit", edit)
                .addSubcommand("presets", new PresetsCommand(terminal, library))
                .addSubcommand("run", new RunCommand(terminal, library))
                .addSubcommand("step", new StepCommand(terminal, library))
                .addSubcommand("check", new CheckCommand(terminal, library))
                .addSubcommand("train", new TrainCommand(terminal, library))
                .addSubcommand("export", new ExportCommand(terminal, library))
                .addSubcommand("grade", new LaterCommand("grade"));
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((misuse, words) -> mishaps.explained(misuse));
        line.setExecutionExceptionHandler((error, command, result) -> mishaps.explained(error));
        line.setExecutionStrategy(parsed -> {
            try {
                Words.checkThreads(threads);
            } catch (Refusal refusal) {
                return mishaps.explained(refusal);
            }
            return new CommandLine.RunLast().execute(parsed);
        });
        return line;
    }

    private static boolean opensEditor(String... args) {
        return args.length == 0 || args[0].equals("edit") || args[0].startsWith(Library.PRESET);
    }

    private static int openEditor(List<String> words, Library library) {
        EditorLauncher.launch(words, library.presets(), library.catalog(), MemoryBudget.bytes());
        return 0;
    }

    private static PrintStream utf8(FileDescriptor to, boolean byLine) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(to)), byLine, StandardCharsets.UTF_8);
    }
}
