package chainrule.app;

import chainrule.check.CheckReport;
import chainrule.check.GradientCheck;
import chainrule.check.NodeCheck;
import chainrule.check.Verdict;
import chainrule.exec.Compilation;
import chainrule.exec.RunProblem;
import chainrule.graph.Problem;
import chainrule.tensor.Precision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Compares gradients with finite differences. */
@Command(
        name = "check",
        description = "Checks the gradient of every parameter and float input against finite differences, in double.")
final class CheckCommand extends GraphCommand {
    CheckCommand(Terminal terminal, Library library) {
        super(terminal, library);
    }

    @Override
    Answer answer(Opened opened) {
        Compilation compilation = compile(opened.file().graph(), Precision.DOUBLE);
        if (!(compilation instanceof Compilation.Compiled compiled)) {
            return rejected((Compilation.Rejected) compilation);
        }
        if (compiled.plan().root().isEmpty()) {
            throw Refusal.problem("There is no gradient to check: the graph has no root.");
        }
        try {
            return answer(GradientCheck.of(compiled.plan()));
        } catch (RunProblem stopped) {
            return Answer.rejected(new LinkedHashMap<>(), List.of(stopped.problem()));
        }
    }

    private static Answer answer(CheckReport report) {
        Table table = new Table("node", "worst relative error", "verdict", "element", "analytic", "numeric");
        List<Object> nodes = new ArrayList<>();
        List<Problem> wrong = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (NodeCheck node : report.nodes()) {
            NodeCheck.Element worst = node.worst();
            table.row(
                    node.node().name(),
                    Figures.text(worst.error()),
                    word(node),
                    Integer.toString(worst.position()),
                    Figures.text(worst.analytic()),
                    Figures.text(worst.numeric()));
            nodes.add(json(node));
            if (node.verdict() == Verdict.RED) {
                wrong.add(Problem.at(node.node(), node.remark()));
            } else if (!node.remark().isEmpty()) {
                remarks.add(node.remark());
            }
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("passed", report.passed());
        json.put("nodes", nodes);
        json.put("problems", Answer.problems(wrong));
        List<String> lines = new ArrayList<>(table.lines());
        lines.addAll(remarks);
        lines.add(verdict(report));
        List<String> problems = wrong.stream().map(Problem::line).toList();
        return new Answer(json, lines, problems, report.passed() ? 0 : Refusal.PROBLEMS);
    }

    private static String verdict(CheckReport report) {
        if (report.nodes().isEmpty()) {
            return "No gradient reaches a parameter or an input, so there is nothing to check.";
        }
        return report.passed() ? "Every gradient is right." : "Not every gradient is right.";
    }

    private static Map<String, Object> json(NodeCheck node) {
        NodeCheck.Element worst = node.worst();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("node", node.node().name());
        json.put("error", worst.error());
        json.put("verdict", word(node));
        json.put("element", worst.position());
        json.put("analytic", worst.analytic());
        json.put("numeric", worst.numeric());
        json.put("checked", node.checked());
        json.put("size", node.size());
        json.put("remark", node.remark());
        return json;
    }

    private static String word(NodeCheck node) {
        return node.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
