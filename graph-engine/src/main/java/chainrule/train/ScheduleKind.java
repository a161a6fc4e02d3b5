package chainrule.train;

import chainrule.language.Phrases;
import chainrule.op.Param;
import chainrule.op.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The kinds of learning-rate schedule, each with its settings and their initial values. */
public enum ScheduleKind {
    CONSTANT("constant", List.of(), s -> new Schedule.Constant()),
    STEP(
            "step",
            List.of(Setting.GAMMA, Setting.EVERY),
            s -> new Schedule.Stairs(s.get(Setting.GAMMA), whole(s, Setting.EVERY))),
    EXPONENTIAL("exponential", List.of(Setting.SHARE), s -> new Schedule.Exponential(s.get(Setting.SHARE))),
    COSINE(
            "cosine",
            List.of(Setting.MIN, Setting.TOTAL),
            s -> new Schedule.Cosine(s.get(Setting.MIN), whole(s, Setting.TOTAL))),
    WARMUP("warmup", List.of(Setting.WARMUP), s -> new Schedule.Warmup(whole(s, Setting.WARMUP))),
    WARMUP_COSINE(
            "warmup_cosine",
            List.of(Setting.WARMUP, Setting.TOTAL, Setting.MIN),
            s -> new Schedule.WarmupCosine(whole(s, Setting.WARMUP), whole(s, Setting.TOTAL), s.get(Setting.MIN))),
    INVERSE_SQRT("inverse_sqrt", List.of(Setting.WARMUP), s -> new Schedule.InverseSqrt(whole(s, Setting.WARMUP)));

    /** The settings that schedules have. */
    private static final Phrases WORDS = Phrases.of(ScheduleKind.class);

    private static final class Setting {
        static final Param<Double> GAMMA = Param.number("gamma", 0.1, 0, Double.MAX_VALUE);
        static final Param<Double> SHARE = Param.number("gamma", 0.99, 0, Double.MAX_VALUE);
        static final Param<Long> EVERY = Param.integer("every", 100, 1, Integer.MAX_VALUE);
        static final Param<Double> MIN = Param.number("min", 0, 0, Double.MAX_VALUE);
        static final Param<Long> TOTAL = Param.integer("total", 1, 1, Integer.MAX_VALUE);
        static final Param<Long> WARMUP = Param.integer("warmup", 10, 1, Integer.MAX_VALUE);
    }

    private final String id;
    private final List<Param<?>> params;
    private final Function<Settings, Schedule> maker;

    ScheduleKind(String id, List<Param<?>> params, Function<Settings, Schedule> maker) {
        this.id = id;
        this.params = List.copyOf(params);
        this.maker = maker;
    }

    /** The word in files. */
    public String id() {
        return id;
    }

    /** Its settings; where {@code total} is not given, it is the number of steps of the training. */
    public List<Param<?>> params() {
        return params;
    }

    /** The ids of all kinds. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(ScheduleKind::id).toList();
    }

    /**
     * The schedule that a training block asks for.
     *
     * @throws TrainingProblem where there is no such kind, or a setting cannot be used
     */
    public static Schedule of(Training training) throws TrainingProblem {
        Part part = training.schedule();
        for (ScheduleKind kind : values()) {
            if (kind.id.equals(part.type())) {
                return kind.make(part, training.steps());
            }
        }
        throw TrainingProblem.of(WORDS.text("scheduleKind.scheduleOne", part.type(), String.join(", ", ids())));
    }

    private Schedule make(Part part, int steps) throws TrainingProblem {
        PartReading reading = new PartReading(WORDS.text("scheduleKind.schedule", id), params);
        Settings settings = reading.settings(part);
        if (params.contains(Setting.TOTAL) && !settings.has(Setting.TOTAL)) {
            settings = settings.with(Setting.TOTAL, (long) Math.max(1, steps));
        }
        if (this == WARMUP_COSINE && settings.get(Setting.TOTAL) <= settings.get(Setting.WARMUP)) {
            throw reading.refusal(
                    Setting.TOTAL,
                    WORDS.text(
                            "scheduleKind.warmupTotalMoreThanWarmup",
                            settings.get(Setting.TOTAL),
                            settings.get(Setting.WARMUP)));
        }
        return maker.apply(settings);
    }

    private static int whole(Settings settings, Param<Long> param) {
        return settings.get(param).intValue();
    }
}
