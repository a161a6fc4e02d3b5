package chainrule.app;

import chainrule.editor.canvas.GraphPicture;
import chainrule.editor.canvas.PictureStyle;
import chainrule.editor.film.Film;
import chainrule.editor.film.FilmFile;
import chainrule.editor.film.FilmFormat;
import chainrule.editor.film.Moment;
import chainrule.editor.film.Watcher;
import chainrule.editor.session.Evaluation;
import chainrule.exec.Compilation;
import chainrule.exec.RunProblem;
import chainrule.trace.Trace;
import chainrule.train.Training;
import chainrule.train.TrainingProblem;
import chainrule.train.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a pass or a training of a graph as a film. */
final class FilmExport {
    private final Terminal terminal;
    private final FilmOptions options;
    private final Evaluation evaluation;

    /** Where the film goes, and how it looks. */
    record Look(Path path, PictureStyle style, int scale) {}

    /**
     * @param evaluation of the graph, with its pass
     */
    FilmExport(Terminal terminal, FilmOptions options, Evaluation evaluation) {
        this.terminal = terminal;
        this.options = options;
        this.evaluation = evaluation;
    }

    /** Answers the exit code. */
    int write(Opened opened, FilmFormat format, Look look) {
        boolean training = options.isOfTraining();
        Trace trace = evaluation.trace();
        if (trace == null) {
            evaluation.problems().forEach(problem -> terminal.say(problem.line()));
            return Refusal.PROBLEMS;
        }
        List<Moment> moments = training ? training(opened) : pass(trace);
        GraphPicture picture = new GraphPicture(evaluation, null, look.style());
        Film film = Film.of(picture, moments, (done, all) -> {});
        FilmFile file = new FilmFile(film, opened.file().title(), format, look.scale(), options.beat());
        if (file.isTooLarge()) {
            throw Refusal.unusable("A frame would have %.0f × %.0f pixels, which is too many: choose a smaller --scale."
                    .formatted(film.width() * look.scale(), film.height() * look.scale()));
        }
        try {
            file.write(look.path(), watcher());
        } catch (IOException failed) {
            throw Refusal.unusable("%s cannot be written: %s".formatted(look.path(), ExportCommand.reason(failed)));
        }
        return 0;
    }

    private List<Moment> pass(Trace trace) {
        FilmOptions.Stretch stretch = options.ofPass(trace.steps());
        return Moment.ofPass(trace, stretch.from(), stretch.to());
    }

    private List<Moment> training(Opened opened) {
        Training training = opened.file().trained().orElseGet(Training::standard);
        FilmOptions.Stretch stretch = options.ofTraining(training.steps());
        Compilation compilation =
                GraphCommand.compile(opened.file().graph(), opened.file().precision());
        try (TrainingRun run = TrainingRun.of(((Compilation.Compiled) compilation).plan(), training)) {
            return trained(run, stretch);
        } catch (TrainingProblem problem) {
            throw Refusal.unusable(problem.problem().line());
        } catch (RunProblem stopped) {
            throw Refusal.unusable(stopped.problem().line());
        }
    }

    private List<Moment> trained(TrainingRun run, FilmOptions.Stretch stretch) {
        List<Moment> moments = new ArrayList<>();
        long bytes = 0;
        run.run(stretch.from(), (done, loss) -> true);
        while (run.done() <= stretch.to()) {
            Trace pass = run.trace();
            bytes += Film.bytes(pass);
            if (bytes > Film.MOST_BYTES) {
                throw Refusal.unusable("The passes of so many training steps take more than %d MB: choose fewer."
                        .formatted(Film.MOST_BYTES >> 20));
            }
            moments.add(Moment.ofTraining(pass, run.done()));
            run.run(run.done() + options.every(), (done, loss) -> true);
        }
        return moments;
    }

    private Watcher watcher() {
        return (done, all) -> {
            if (terminal.watched()) {
                terminal.err().print("\r%3d %%".formatted(100 * (done + 1) / all));
                terminal.err().print(done + 1 == all ? "\n" : "");
                terminal.err().flush();
            }
        };
    }
}
