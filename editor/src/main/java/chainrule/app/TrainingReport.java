package chainrule.app;

import chainrule.tensor.Tensor;
import chainrule.train.Metrics;
import chainrule.train.StepTimes;
import chainrule.train.Training;
import chainrule.train.TrainingRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said of a training that has ended. */
final class TrainingReport {
    private final Training training;
    private final double[] losses;
    private final Metrics metrics;
    private final Map<String, Tensor> values = new LinkedHashMap<>();
    private final @Nullable StepTimes times;

    TrainingReport(TrainingRun run, boolean timed) {
        this.training = run.training();
        this.losses = run.losses();
        this.metrics = run.metrics();
        this.times = timed ? run.times() : null;
        run.parameters().forEach((id, value) -> values.put(id.name(), value));
    }

    Answer answer() {
        return Answer.done(json(), lines());
    }

    private Map<String, @Nullable Object> json() {
        Map<String, Object> history = new LinkedHashMap<>();
        for (int k = 0; k < losses.length; k++) {
            history.put(Integer.toString(k), losses[k]);
        }
        history.put(Integer.toString(losses.length), metrics.loss());
        Map<String, Object> measured = new LinkedHashMap<>();
        measured.put("loss", metrics.loss());
        if (metrics.accuracy() != null) {
            measured.put("accuracy", metrics.accuracy());
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("losses", history);
        json.put("values", values);
        json.put("metrics", measured);
        if (times != null) {
            json.put("time", json(times));
        }
        return json;
    }

    private static Map<String, Object> json(StepTimes times) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("median", times.median());
        json.put("p10", times.p10());
        json.put("p90", times.p90());
        json.put("steps", times.steps());
        return json;
    }

    private List<String> lines() {
        Table history = new Table("step", "loss");
        for (int k = 0; k < losses.length; k++) {
            if (isRound(k)) {
                history.row(Integer.toString(k), Figures.text(losses[k]));
            }
        }
        history.row(Integer.toString(losses.length), Figures.text(metrics.loss()));
        Table parameters = new Table("parameter", "shape", "value");
        values.forEach((id, value) -> parameters.row(id, value.shape().toString(), Figures.text(value)));
        List<String> lines = new ArrayList<>();
        String schedule = training.schedule().type();
        lines.add("%s, rate %s%s, %d steps"
                .formatted(
                        training.optimizer().type(),
                        Figures.text(training.rate()),
                        schedule.equals("constant") ? "" : " by the schedule " + schedule,
                        losses.length));
        lines.addAll(history.lines());
        lines.add("");
        lines.addAll(parameters.lines());
        if (metrics.accuracy() != null) {
            lines.add("");
            lines.add("accuracy %s %%".formatted(Figures.text(100 * metrics.accuracy())));
        }
        if (times != null) {
            lines.add("");
            lines.add("a step takes %s µs; four of five take from %s to %s µs (%d steps)"
                    .formatted(
                            Figures.text(times.median()),
                            Figures.text(times.p10()),
                            Figures.text(times.p90()),
                            times.steps()));
        }
        return lines;
    }

    /** 0, 1, 2, 5, 10, 20, 50, 100 ... */
    private static boolean isRound(int k) {
        int left = k;
        while (left >= 10 && left % 10 == 0) {
            left /= 10;
        }
        return left <= 2 || left == 5;
    }
}
