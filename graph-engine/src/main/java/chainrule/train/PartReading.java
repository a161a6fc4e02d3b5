package chainrule.train;

import chainrule.language.Phrases;
import chainrule.op.Literal;
import chainrule.op.Param;
import chainrule.op.SettingProblem;
import chainrule.op.Settings;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads a part of a training block by the settings that it has.
 *
 * @param called how sentences name the part: "the optimizer momentum"
 */
record PartReading(String called, List<Param<?>> params) {
    private static final Phrases WORDS = Phrases.of(PartReading.class);

    PartReading {
        params = List.copyOf(params);
    }

    /**
     * The settings that a part gives; those that it does not give are initial.
     *
     * @throws TrainingProblem where it gives one that there is not, or one that cannot be used
     */
    Settings settings(Part part) throws TrainingProblem {
        for (Map.Entry<String, String> other : part.others().entrySet()) {
            if (!other.getValue().equals("null")) {
                throw TrainingProblem.of(
                        WORDS.text("partReading.cannotSetLike", capitalised(called), other.getKey(), other.getValue()));
            }
        }
        Settings settings = Settings.none();
        for (Map.Entry<String, Double> entry : part.numbers().entrySet()) {
            Literal literal = new Literal.Number(entry.getValue());
            check(param(entry.getKey()), literal);
            settings = settings.with(entry.getKey(), literal);
        }
        return settings;
    }

    /** The refusal of one setting. */
    TrainingProblem refusal(Param<?> param, String predicate) {
        return TrainingProblem.of(WORDS.text("partReading.settingOf", param.name(), called, predicate));
    }

    private Param<?> param(String name) throws TrainingProblem {
        for (Param<?> param : params) {
            if (param.name().equals(name)) {
                return param;
            }
        }
        String known = params.stream().map(Param::name).collect(Collectors.joining(", "));
        throw TrainingProblem.of(WORDS.text(
                "partReading.no", capitalised(called), name, known.isEmpty() ? WORDS.text("partReading.none") : known));
    }

    private void check(Param<?> param, Literal literal) throws TrainingProblem {
        try {
            param.read(literal);
        } catch (SettingProblem problem) {
            throw refusal(param, problem.predicate());
        }
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
