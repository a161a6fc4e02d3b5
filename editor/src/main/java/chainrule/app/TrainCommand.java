package chainrule.app;

import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.RunProblem;
import chainrule.graph.Graph;
import chainrule.io.FileProblem;
import chainrule.io.GraphFiles;
import chainrule.train.Training;
import chainrule.train.TrainingProblem;
import chainrule.train.TrainingRun;
import chainrule.train.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains graphs. */
@Command(name = "train", description = "Trains graphs by their training block.")
final class TrainCommand extends GraphCommand {
    @Option(names = "--steps", paramLabel = "N", description = "How many steps, instead of what the file says.")
    private @Nullable String steps;

    @Option(names = "--seed", paramLabel = "S", description = "Added to the seed of every parameter's initialiser.")
    private @Nullable String seed;

    @Option(names = "--save", paramLabel = "OUT", description = "Write the graph with the weights that were learned.")
    private @Nullable String save;

    @Option(names = "--time", description = "Also say how long a step takes: median, tenth and ninetieth percentile.")
    private boolean time;

    TrainCommand(Terminal terminal, Library library) {
        super(terminal, library);
    }

    @Override
    void check(List<String> files) {
        steps(Training.standard());
        offset();
        if (save == null) {
            return;
        }
        if (files.size() > 1) {
            throw Refusal.unusable("--save writes one file, and %d are trained.".formatted(files.size()));
        }
        Path folder = Library.path(save).toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw Refusal.unusable("%s cannot be written: there is no folder %s.".formatted(save, folder));
        }
    }

    @Override
    Answer answer(Opened opened) {
        Training asked = opened.file().trained().orElseGet(() -> standard(opened));
        Training training = asked.withSteps(steps(asked));
        Graph graph = Weights.reseeded(opened.file().graph(), offset());
        Compilation compilation = compile(graph, precision(opened));
        if (!(compilation instanceof Compilation.Compiled compiled)) {
            return rejected((Compilation.Rejected) compilation);
        }
        try {
            return trained(opened, compiled.plan(), training);
        } catch (TrainingProblem problem) {
            return Answer.rejected(new LinkedHashMap<>(), List.of(problem.problem()));
        } catch (RunProblem stopped) {
            return Answer.rejected(new LinkedHashMap<>(), List.of(stopped.problem()));
        }
    }

    private Answer trained(Opened opened, ExecutionPlan plan, Training training) throws TrainingProblem {
        try (TrainingRun run = TrainingRun.of(plan, training)) {
            ProgressBar bar =
                    new ProgressBar(terminal(), run, !json() || terminal().watched());
            run.run(training.steps(), bar::show);
            bar.end();
            if (save != null) {
                save(opened, run, save);
            }
            return new TrainingReport(run, time).answer();
        }
    }

    private static void save(Opened opened, TrainingRun run, String word) {
        Graph kept = Weights.gathered(Weights.kept(opened.file().graph(), run.parameters()), run.gathered());
        try {
            GraphFiles.write(Library.path(word), opened.file().with(kept));
        } catch (FileProblem problem) {
            throw Refusal.unusable(problem.sentence());
        }
    }

    private Training standard(Opened opened) {
        Training standard = Training.standard();
        terminal()
                .say(String.format(
                        Locale.ROOT,
                        "%s says nothing about training: it is trained with %s, rate %s, %d steps.",
                        opened.word(),
                        standard.optimizer().type(),
                        Figures.text(standard.rate()),
                        steps(standard)));
        return standard;
    }

    private int steps(Training training) {
        return steps == null ? training.steps() : (int) Words.whole("--steps", steps, 0, Integer.MAX_VALUE);
    }

    private long offset() {
        long most = 1L << 52;
        return seed == null ? 0 : Words.whole("--seed", seed, -most, most);
    }
}
