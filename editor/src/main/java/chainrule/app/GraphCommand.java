package chainrule.app;

import chainrule.block.Opening;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.RunProblem;
import chainrule.graph.Graph;
import chainrule.tensor.Precision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that answers something for each graph that it is given. */
abstract class GraphCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "A graph file, or preset:ID.")
    private List<String> words = List.of();

    @Option(names = "--json", description = "Answer in JSON: one object, or an array where several files are named.")
    private boolean json;

    @Option(names = "--precision", paramLabel = "double|float", description = "Instead of what the file says.")
    private @Nullable String precision;

    private final Terminal terminal;
    private final Library library;

    GraphCommand(Terminal terminal, Library library) {
        this.terminal = terminal;
        this.library = library;
    }

    /**
     * What there is to say about one graph.
     *
     * @throws Refusal where there is nothing
     */
    abstract Answer answer(Opened opened);

    @Override
    public final Integer call() {
        Words.precision(precision, Precision.DOUBLE);
        check(words);
        List<Answer> answers = new ArrayList<>();
        for (String word : words) {
            Answer answer = answerTo(word);
            answers.add(answer);
            String place = words.size() > 1 ? word + ": " : "";
            answer.problems().forEach(line -> terminal.say(line.startsWith(place) ? line : place + line));
            if (!json) {
                print(word, answer);
            }
        }
        if (json) {
            printJson(answers);
        }
        return answers.stream().mapToInt(Answer::exitCode).max().orElse(0);
    }

    /**
     * Looks at the whole call before any graph is opened.
     *
     * @throws Refusal where the words and options do not go together
     */
    void check(List<String> files) {}

    final Terminal terminal() {
        return terminal;
    }

    final boolean json() {
        return json;
    }

    final Precision precision(Opened opened) {
        return Words.precision(precision, opened.file().precision());
    }

    static Compilation compile(Graph graph, Precision precision) {
        return compile(graph, precision, Opening.BLOCKS);
    }

    static Compilation compile(Graph graph, Precision precision, Opening opening) {
        return ExecutionPlan.compile(graph, precision, MemoryBudget.bytes(), opening);
    }

    static Answer rejected(Compilation.Rejected rejected) {
        return Answer.rejected(new LinkedHashMap<>(), rejected.problems());
    }

    private Answer answerTo(String word) {
        try {
            return answer(library.open(word));
        } catch (RunProblem tooLarge) {
            return Answer.rejected(new LinkedHashMap<>(), List.of(tooLarge.problem()));
        } catch (Refusal refusal) {
            return Answer.refused(refusal);
        }
    }

    private void print(String word, Answer answer) {
        if (words.size() > 1) {
            terminal.out().println(word);
        }
        answer.lines().forEach(terminal.out()::println);
        if (words.size() > 1) {
            terminal.out().println();
        }
    }

    private void printJson(List<Answer> answers) {
        if (answers.size() == 1) {
            if (answers.get(0).exitCode() != Refusal.UNUSABLE) {
                terminal.out().println(Json.of(answers.get(0).json()));
            }
            return;
        }
        List<Map<String, @Nullable Object>> all =
                answers.stream().map(Answer::json).toList();
        terminal.out().println(Json.of(all));
    }
}
