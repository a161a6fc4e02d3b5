package chainrule.app;

import chainrule.block.Opening;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.LocalDerivative;
import chainrule.exec.Step;
import chainrule.exec.Workspace;
import chainrule.graph.NodeId;
import chainrule.tensor.Tensor;
import chainrule.trace.Explainer;
import chainrule.trace.Explanation;
import chainrule.trace.Trace;
import chainrule.train.Training;
import chainrule.train.TrainingProblem;
import chainrule.train.TrainingRun;
import chainrule.train.UpdateLine;
import chainrule.train.UpdateRule;
import chainrule.train.UpdateStep;
import chainrule.train.Updates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows a pass one step at a time. */
@Command(name = "step", description = "Prints every step of a pass with its formula and the numbers put in.")
final class StepCommand extends GraphCommand {
    @Option(names = "--update", description = "Also lets the optimizer of the file change each parameter once.")
    private boolean update;

    StepCommand(Terminal terminal, Library library) {
        super(terminal, library);
    }

    @Override
    Answer answer(Opened opened) {
        Compilation compilation = compile(opened.file().graph(), precision(opened), Opening.INSIDE_BLOCKS);
        if (!(compilation instanceof Compilation.Compiled compiled)) {
            return rejected((Compilation.Rejected) compilation);
        }
        try (Workspace workspace = new Workspace(compiled.plan())) {
            Trace trace = Trace.record(workspace);
            if (trace.problem().isPresent()) {
                return Answer.rejected(
                        new LinkedHashMap<>(), List.of(trace.problem().get()));
            }
            List<Line> lines = new ArrayList<>(pass(workspace, trace));
            if (update) {
                lines.addAll(updates(workspace, opened.file().trained().orElse(Training.standard())));
            }
            return answer(lines);
        } catch (TrainingProblem problem) {
            return Answer.rejected(new LinkedHashMap<>(), List.of(problem.problem()));
        }
    }

    /** A step as it is told. */
    private record Line(
            Explanation told,
            @Nullable Tensor upstream,
            @Nullable Tensor local,
            Tensor result,
            List<UpdateLine> state) {
        /** A step of an update; what the optimiser remembers goes before the move that uses it. */
        static Line of(UpdateStep step) {
            return new Line(step.told(), null, null, step.line().value(), step.state());
        }
    }

    private static List<Line> pass(Workspace workspace, Trace trace) {
        Explainer explainer = new Explainer(
                trace, slot -> trace.local(slot).or(() -> LocalDerivative.at(workspace, slot)), Figures.DIGITS);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < trace.steps().size(); i++) {
            Step step = trace.steps().get(i);
            Tensor upstream = null;
            Tensor local = null;
            if (step instanceof Step.Pull pull) {
                upstream = explainer.upstream(pull.slot()).orElse(null);
                local = explainer.local(pull.slot()).orElse(null);
            }
            lines.add(new Line(explainer.at(i), upstream, local, trace.result(i), List.of()));
        }
        return lines;
    }

    private static List<Line> updates(Workspace workspace, Training training) throws TrainingProblem {
        ExecutionPlan plan = workspace.plan();
        List<NodeId> updated = TrainingRun.updated(plan, training);
        Updates updates = new Updates(UpdateRule.of(training), workspace, updated);
        return UpdateStep.of(updates.explainedStep(), Figures.DIGITS).stream()
                .map(Line::of)
                .toList();
    }

    private static Answer answer(List<Line> lines) {
        List<Object> steps = new ArrayList<>();
        Table table = new Table("step", "kind", "at", "rule", "numbers");
        for (Line line : lines) {
            Explanation told = line.told;
            steps.add(json(steps.size(), line));
            table.row(
                    Integer.toString(steps.size() - 1),
                    told.step().kind(),
                    place(told.step()),
                    told.rule(),
                    told.numbers());
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("steps", steps);
        return Answer.done(json, table.lines());
    }

    private static Map<String, Object> json(int index, Line line) {
        Explanation told = line.told;
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("index", index);
        json.put("kind", told.step().kind());
        json.put("node", told.step().node().name());
        if (told.step() instanceof Step.Pull pull) {
            json.put("slot", pull.slot().toString());
        }
        json.put("rule", told.rule());
        json.put("numbers", told.numbers());
        boolean further = !told.formula().equals(told.rule()) && !(told.step() instanceof Step.Update);
        if (further) {
            json.put("formula", told.formula());
        }
        if (line.upstream != null) {
            json.put("upstream", line.upstream);
        }
        if (line.local != null) {
            json.put("local", line.local);
        }
        json.put("result", line.result);
        if (!line.state.isEmpty()) {
            json.put("state", line.state.stream().map(StepCommand::json).toList());
        }
        return json;
    }

    private static Map<String, Object> json(UpdateLine remembered) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", remembered.name());
        json.put("rule", remembered.rule());
        json.put("numbers", remembered.numbers());
        json.put("value", remembered.value());
        return json;
    }

    private static String place(Step step) {
        return step instanceof Step.Pull pull
                ? pull.slot().toString()
                : step.node().name();
    }
}
