package chainrule.train;

import chainrule.kernel.Term;
import chainrule.language.Phrases;
import chainrule.op.Formula;
import chainrule.op.Param;
import chainrule.op.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How gradients that are too large are held back before an optimiser sees them. */
public sealed interface Clip {
    Phrases WORDS = Phrases.of(Clip.class);

    /** Where no clipping is asked for. */
    record None() implements Clip {
        @Override
        public List<Stage> stages(double norm) {
            return List.of();
        }
    }

    /**
     * All gradients of a step made smaller by one factor where their common length is above a bound; their direction
     * stays (Pascanu, Mikolov and Bengio 2013).
     */
    record ByNorm(double most) implements Clip {
        private static final double EPS = 1e-6;

        /** What every gradient is multiplied with; 1 where the length is within the bound. */
        public double factor(double norm) {
            return norm > most ? most / (norm + EPS) : 1;
        }

        @Override
        public List<Stage> stages(double norm) {
            if (norm > most) {
                return stage("w̄ ← w̄·c/(‖g‖ + ε), as ‖g‖ > c", (m, d) -> "%s · %s/(%s + %s)"
                        .formatted(d.plain(m.arrived()), d.plain(most), d.plain(norm), d.plain(EPS)));
            }
            return stage("w̄ ← w̄·1, as ‖g‖ ≤ c", (m, d) -> "%s · 1".formatted(d.plain(m.arrived())));
        }
    }

    /** Every element of a gradient held between −{@code most} and {@code most}; its direction may change. */
    record ByValue(double most) implements Clip {
        public double held(double gradient) {
            return Math.max(-most, Math.min(most, gradient));
        }

        /** The same as operations: what is no number stays so. */
        static Term held(Term gradient, Term most) {
            Term below = gradient.above(most).choose(most, gradient);
            Term least = most.negated();
            return below.below(least).choose(least, below);
        }

        @Override
        public List<Stage> stages(double norm) {
            return stage("w̄ ← min(c, max(−c, w̄))", (m, d) -> "min(%s, max(%s, %s))"
                    .formatted(d.plain(most), d.plain(-most), d.plain(m.arrived())));
        }
    }

    Param<Double> MAX_NORM = Param.number("max_norm", 1, 0, Double.MAX_VALUE);
    Param<Double> CLIP_VALUE = Param.number("clip_value", 1, 0, Double.MAX_VALUE);

    /**
     * How it is told of one parameter; no stage where gradients are not held back at all.
     *
     * @param norm the length of all gradients together
     */
    List<Stage> stages(double norm);

    /**
     * The clipping that a training block asks for.
     *
     * @throws TrainingProblem where it has no such setting, or both at once
     */
    static Clip of(@Nullable Part part) throws TrainingProblem {
        if (part == null) {
            return new None();
        }
        if (!part.type().isEmpty()) {
            throw TrainingProblem.of(WORDS.text("clip.clippingTypeHaveMaxNorm", part.type()));
        }
        Settings settings = new PartReading(WORDS.text("clip.clipping"), List.of(MAX_NORM, CLIP_VALUE)).settings(part);
        if (settings.has(MAX_NORM) == settings.has(CLIP_VALUE)) {
            throw TrainingProblem.of(
                    settings.has(MAX_NORM)
                            ? WORDS.text("clip.clippingBothMaxNormClip")
                            : WORDS.text("clip.clippingNeitherMaxNormNor"));
        }
        return settings.has(MAX_NORM) ? new ByNorm(settings.get(MAX_NORM)) : new ByValue(settings.get(CLIP_VALUE));
    }

    private static List<Stage> stage(String rule, Stage.Numbers numbers) {
        return List.of(new Stage(
                Stage.Kind.CLIP,
                WORDS.text("clip.clippedGradient"),
                Formula.bar("w"),
                rule,
                Optimizer.Move::gradient,
                numbers));
    }
}
