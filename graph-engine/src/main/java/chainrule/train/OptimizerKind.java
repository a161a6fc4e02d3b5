package chainrule.train;

import chainrule.language.Phrases;
import chainrule.op.Param;
import chainrule.op.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of optimiser, each with its settings and their initial values. */
public enum OptimizerKind {
    SGD("sgd", List.of(Sgd.WEIGHT_DECAY), s -> new Sgd(rate(s), s.get(Sgd.WEIGHT_DECAY))),
    MOMENTUM("momentum", List.of(Momentum.MOMENTUM), s -> new Momentum(rate(s), s.get(Momentum.MOMENTUM), false)),
    NESTEROV("nesterov", List.of(Momentum.MOMENTUM), s -> new Momentum(rate(s), s.get(Momentum.MOMENTUM), true)),
    RMSPROP(
            "rmsprop",
            List.of(RmsProp.ALPHA, RmsProp.EPS),
            s -> new RmsProp(rate(s), s.get(RmsProp.ALPHA), s.get(RmsProp.EPS))),
    ADAM(
            "adam",
            List.of(Adam.BETA1, Adam.BETA2, RmsProp.EPS, Sgd.WEIGHT_DECAY),
            s -> new Adam(rate(s), averages(s), s.get(Sgd.WEIGHT_DECAY), false)),
    ADAMW(
            "adamw",
            List.of(Adam.BETA1, Adam.BETA2, RmsProp.EPS, Adam.DECOUPLED_DECAY),
            s -> new Adam(rate(s), averages(s), s.get(Adam.DECOUPLED_DECAY), true));

    /** The learning rate, which all of them have. */
    public static final Param<Double> RATE = Param.number("lr", 0.1, 0, Double.MAX_VALUE);

    private static final Phrases WORDS = Phrases.of(OptimizerKind.class);
    private static final String BETAS = "betas";
    private static final Pattern PAIR = Pattern.compile("\\[([-+0-9.eE]+), ([-+0-9.eE]+)]");

    private final String id;
    private final List<Param<?>> own;
    private final Function<Settings, Optimizer> maker;

    OptimizerKind(String id, List<Param<?>> own, Function<Settings, Optimizer> maker) {
        this.id = id;
        this.own = List.copyOf(own);
        this.maker = maker;
    }

    /** The word in files. */
    public String id() {
        return id;
    }

    /** Its settings, the learning rate first. */
    public List<Param<?>> params() {
        List<Param<?>> all = new ArrayList<>();
        all.add(RATE);
        all.addAll(own);
        return List.copyOf(all);
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
        Part part = training.optimizer();
        for (OptimizerKind kind : values()) {
            if (kind.id.equals(part.type())) {
                return kind.make(part);
            }
        }
        throw TrainingProblem.of(WORDS.text("optimizerKind.optimizerOne", part.type(), String.join(", ", ids())));
    }

    private Optimizer make(Part part) throws TrainingProblem {
        PartReading reading = new PartReading(WORDS.text("optimizerKind.optimizer", id), params());
        Settings settings = reading.settings(own.contains(Adam.BETA1) ? withoutPair(part) : part);
        for (Param<Double> share : List.of(Adam.BETA1, Adam.BETA2)) {
            if (own.contains(share) && settings.get(share) == 1) {
                throw reading.refusal(share, WORDS.text("optimizerKind.1LessThan1Or"));
            }
        }
        return maker.apply(settings);
    }

    /** The part with a list of two betas taken apart. */
    private static Part withoutPair(Part part) {
        Matcher pair = PAIR.matcher(part.others().getOrDefault(BETAS, ""));
        if (!pair.matches()) {
            return part;
        }
        Map<String, String> others = new LinkedHashMap<>(part.others());
        others.remove(BETAS);
        return new Part(part.type(), part.numbers(), others)
                .with(Adam.BETA1.name(), Double.parseDouble(pair.group(1)))
                .with(Adam.BETA2.name(), Double.parseDouble(pair.group(2)));
    }

    private static double rate(Settings s) {
        return s.get(RATE);
    }

    private static Adam.Averages averages(Settings s) {
        return new Adam.Averages(s.get(Adam.BETA1), s.get(Adam.BETA2), s.get(RmsProp.EPS));
    }
}
