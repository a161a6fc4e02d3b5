package chainrule.app;

import chainrule.graph.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command answers for one graph.
 *
 * @param json for programs
 * @param lines for people
 * @param problems each one line for stderr
 */
record Answer(Map<String, @Nullable Object> json, List<String> lines, List<String> problems, int exitCode) {
    Answer {
        json = Collections.unmodifiableMap(new LinkedHashMap<>(json));
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }

    static Answer done(Map<String, @Nullable Object> json, List<String> lines) {
        return new Answer(json, lines, List.of(), 0);
    }

    /** A graph that cannot be run, and why. */
    static Answer rejected(Map<String, @Nullable Object> json, List<Problem> problems) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(json);
        all.put("problems", problems(problems));
        List<String> lines = problems.stream().map(Problem::line).toList();
        return new Answer(all, List.of(), lines, Refusal.PROBLEMS);
    }

    /** A graph that there is not, or that the command can do nothing with. */
    static Answer refused(Refusal refusal) {
        List<Problem> problems = refusal.sentences().stream().map(Problem::of).toList();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("problems", problems(problems));
        return new Answer(json, List.of(), refusal.sentences(), refusal.exitCode());
    }

    static List<Object> problems(List<Problem> problems) {
        List<Object> result = new ArrayList<>();
        for (Problem problem : problems) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("node", problem.node() == null ? null : problem.node().name());
            one.put("port", problem.port());
            one.put("sentence", problem.sentence());
            result.add(one);
        }
        return result;
    }
}
