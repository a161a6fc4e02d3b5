package chainrule.train;

import chainrule.op.Literal;
import chainrule.op.Param;
import chainrule.op.SettingProblem;
import chainrule.op.Settings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The kinds of optimiser, each with its settings and their initial values. */
public enum OptimizerKind {
    SGD("sgd", List.of(Sgd.WEIGHT_DECAY), (rate, s) -> new Sgd(rate, s.get(Sgd.WEIGHT_DECAY))),
    MOMENTUM("momentum", List.of(Momentum.MOMENTUM), (rate, s) -> new Momentum(rate, s.get(Momentum.MOMENTUM), false)),
    NESTEROV("nesterov", List.of(Momentum.MOMENTUM), (rate, s) -> new Momentum(rate, s.get(Momentum.MOMENTUM), true)),
    RMSPROP(
            "rmsprop",
            List.of(RmsProp.ALPHA, RmsProp.EPS),
            (rate, s) -> new RmsProp(rate, s.get(RmsProp.ALPHA), s.get(RmsProp.EPS))),
    ADAM(
            "adam",
            List.of(Adam.BETA1, Adam.BETA2, RmsProp.EPS, Sgd.WEIGHT_DECAY),
            (rate, s) -> new Adam(rate, averages(s), s.get(Sgd.WEIGHT_DECAY), false)),
    ADAMW(
            "adamw",
            List.of(Adam.BETA1, Adam.BETA2, RmsProp.EPS, Adam.DECOUPLED_DECAY),
            (rate, s) -> new Adam(rate, averages(s), s.get(Adam.DECOUPLED_DECAY), true));

    private static final Pattern BETAS = Pattern.compile("\"betas\": \\[([-+0-9.eE]+), ([-+0-9.eE]+)]");
    private static final Param<Double> RATE = Param.number("lr", 0.1, 0, Double.MAX_VALUE);

    private final String id;
    private final List<Param<Double>> params;
    private final BiFunction<Double, Settings, Optimizer> maker;

    OptimizerKind(String id, List<Param<Double>> params, BiFunction<Double, Settings, Optimizer> maker) {
        this.id = id;
        this.params = List.copyOf(params);
        this.maker = maker;
    }

    /** The word in files. */
    public String id() {
        return id;
    }

    /** Its settings beside the learning rate. */
    public List<Param<Double>> params() {
        return params;
    }

    /** The ids of all kinds. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(OptimizerKind::id).toList();
    }

    /**
     * The optimiser that a training block asks for.
     *
     * @throws TrainingProblem where there is no such kind, or a setting cannot be used
     */
    public static Optimizer of(Training training) throws TrainingProblem {
        for (OptimizerKind kind : values()) {
            if (kind.id.equals(training.optimizer())) {
                return kind.make(training.rate(), kind.settings(training));
            }
        }
        throw TrainingProblem.of("The optimizer is “%s”: it should be one of %s."
                .formatted(training.optimizer(), String.join(", ", ids())));
    }

    /** The numbers that a block gives, with {@code betas} taken apart; anything else that it gives is refused. */
    private Map<String, Double> settings(Training training) throws TrainingProblem {
        String rest = training.extras().get("optimizer");
        if (rest == null) {
            return training.optimizerSettings();
        }
        Matcher betas = BETAS.matcher(rest);
        if (!betas.matches() || !params.contains(Adam.BETA1)) {
            throw TrainingProblem.of("The optimizer %s cannot be set like this: %s.".formatted(id, rest));
        }
        Map<String, Double> result = new LinkedHashMap<>(training.optimizerSettings());
        result.put(Adam.BETA1.name(), Double.valueOf(betas.group(1)));
        result.put(Adam.BETA2.name(), Double.valueOf(betas.group(2)));
        return result;
    }

    private Optimizer make(double rate, Map<String, Double> given) throws TrainingProblem {
        read(RATE, rate);
        Settings settings = Settings.none();
        for (Map.Entry<String, Double> entry : given.entrySet()) {
            Param<Double> param = param(entry.getKey());
            settings = settings.with(param, read(param, entry.getValue()));
        }
        return maker.apply(rate, settings);
    }

    private Param<Double> param(String name) throws TrainingProblem {
        for (Param<Double> param : params) {
            if (param.name().equals(name)) {
                return param;
            }
        }
        throw TrainingProblem.of("The optimizer %s has no setting %s: it has lr, %s."
                .formatted(id, name, params.stream().map(Param::name).collect(Collectors.joining(", "))));
    }

    private double read(Param<Double> param, double value) throws TrainingProblem {
        try {
            return param.read(new Literal.Number(value));
        } catch (SettingProblem problem) {
            throw TrainingProblem.of(
                    "Setting %s of the optimizer %s %s.".formatted(param.name(), id, problem.predicate()));
        }
    }

    private static Adam.Averages averages(Settings s) {
        return new Adam.Averages(s.get(Adam.BETA1), s.get(Adam.BETA2), s.get(RmsProp.EPS));
    }
}
