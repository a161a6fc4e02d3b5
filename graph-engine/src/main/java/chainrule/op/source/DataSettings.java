package chainrule.op.source;

import chainrule.data.Bars;
import chainrule.data.Blobs;
import chainrule.data.Circles;
import chainrule.data.GlyphDigits;
import chainrule.data.ImagePatterns;
import chainrule.data.ImagePatterns.Pattern;
import chainrule.data.Line;
import chainrule.data.LogicGate;
import chainrule.data.Moons;
import chainrule.data.Recipe;
import chainrule.data.SineWindows;
import chainrule.data.Spiral;
import chainrule.data.TextWindows;
import chainrule.data.TokenRows;
import chainrule.language.Phrases;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.op.ShapeProblem;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The settings of a data set, and the recipe that they describe. Each kind reads those that concern it. */
public final class DataSettings {
    private static final Phrases WORDS = Phrases.of(DataSettings.class);
    private static final double MOST = Double.MAX_VALUE;
    private static final long SEEDS = 1L << 53;

    public static final Param<String> KIND = Param.choice(
                    "kind",
                    "xor",
                    List.of(
                            "xor",
                            "and",
                            "or",
                            "nand",
                            "line",
                            "blobs",
                            "moons",
                            "circles",
                            "spiral",
                            "bars",
                            "sine",
                            "copy",
                            "reverse",
                            "glyph_digits",
                            "text",
                            "image_patterns"))
            .explained("What the examples are of.");
    public static final Param<Long> N =
            Param.integer("n", 100, 1, 1_000_000).explained("How many examples; gates and bars have their own number.");
    public static final Param<Double> NOISE =
            Param.number("noise", 0, 0, MOST).explained("How far points are strewn, or pixels altered.");
    public static final Param<Long> SEED =
            Param.integer("seed", 42, -SEEDS, SEEDS).explained("Same seed, same examples.");
    private static final Param<Long> BATCH = Param.integer("batch", 0, 0, 1_000_000)
            .orNull()
            .explained("How many examples a training step takes; 0 is all of them, in order.");
    private static final Param<Long> SHUFFLE_SEED = Param.integer("shuffle_seed", 0, -SEEDS, SEEDS)
            .explained("Same seed, same order of the examples in each epoch; only where they are taken in batches.");
    private static final Param<Double> A = Param.number("a", 2).explained("line: its slope.");
    private static final Param<Double> B = Param.number("b", -0.5).explained("line: its height at x = 0.");
    private static final Param<Tensor> CENTERS = Param.tensor(
                    "centers", Tensor.of(Shape.of(2, 2), -1.5, -1.5, 1.5, 1.5))
            .explained("blobs: the middle of each cloud.");
    private static final Param<Double> STD = Param.number("std", 0.6, 0, MOST).explained("blobs: how wide a cloud is.");
    private static final Param<Double> FACTOR =
            Param.number("factor", 0.5, 0, MOST).explained("circles: the radius of the inner one.");
    private static final Param<List<Integer>> CLASSES = Param.integers("classes", List.of())
            .explained("spiral: how many arms (3); glyph_digits: which digits (all).");
    private static final Param<Double> TURNS =
            Param.number("turns", 4).explained("spiral: the radians that an arm winds through.");
    private static final Param<Long> LENGTH = Param.integer("length", 0, 0, 100_000)
            .explained("sine: samples in a window (8); copy, reverse: tokens in a row (3); 0 is the usual length.");
    private static final Param<Double> STEP = Param.number("step", 0.5).explained("sine: radians between samples.");
    private static final Param<Boolean> RANDOM_PHASE =
            Param.flag("random_phase", false).explained("sine: whether windows start anywhere.");
    private static final Param<Long> SYMBOLS =
            Param.integer("symbols", 3, 1, 100_000).explained("copy, reverse: how many different tokens.");
    private static final Param<String> STRING =
            Param.text("string", TextWindows.SENTENCE).explained("text: the text itself.");
    private static final Param<Long> WINDOW =
            Param.integer("window", 8, 1, 100_000).explained("text: characters before the one to guess.");
    private static final Param<Long> SIZE =
            Param.integer("size", 8, 2, 512).explained("image_patterns: pixels on a side.");
    private static final Param<String> PATTERN = Param.choice(
                    "pattern",
                    "all",
                    Stream.concat(Stream.of("all"), Stream.of(Pattern.values()).map(Pattern::id))
                            .toList())
            .explained("image_patterns: one of them, or one picture of each.");

    private DataSettings() {}

    static Param<?>[] all() {
        return new Param<?>[] {
            KIND,
            N,
            NOISE,
            SEED,
            A,
            B,
            CENTERS,
            STD,
            FACTOR,
            CLASSES,
            TURNS,
            LENGTH,
            STEP,
            RANDOM_PHASE,
            SYMBOLS,
            STRING,
            WINDOW,
            SIZE,
            PATTERN,
            BATCH,
            SHUFFLE_SEED
        };
    }

    /**
     * The recipe that the settings of a data set describe.
     *
     * @throws ShapeProblem where they describe none
     */
    public static Recipe recipe(Settings settings) {
        Recipe recipe = chosen(settings);
        Optional<String> refusal = recipe.refusal();
        if (refusal.isPresent()) {
            throw new ShapeProblem(null, refusal.get());
        }
        return recipe;
    }

    private static Recipe chosen(Settings s) {
        String kind = s.get(KIND);
        int n = s.get(N).intValue();
        double noise = s.get(NOISE);
        long seed = s.get(SEED);
        return switch (kind) {
            case "xor", "and", "or", "nand" -> LogicGate.valueOf(kind.toUpperCase(Locale.ROOT));
            case "line" -> new Line(n, s.get(A), s.get(B), noise, seed);
            case "blobs" -> new Blobs(n, s.get(CENTERS), s.get(STD), seed);
            case "moons" -> new Moons(n, noise, seed);
            case "circles" -> new Circles(n, noise, s.get(FACTOR), seed);
            case "spiral" -> new Spiral(n, arms(s), s.get(TURNS), noise, seed);
            case "bars" -> new Bars();
            case "sine" -> new SineWindows(n, length(s, 8), s.get(STEP), s.get(RANDOM_PHASE), seed);
            case "copy", "reverse" ->
                new TokenRows(n, length(s, 3), s.get(SYMBOLS).intValue(), kind.equals("reverse"), seed);
            case "glyph_digits" -> new GlyphDigits(n, digits(s), noise, seed);
            case "text" -> new TextWindows(s.get(STRING), s.get(WINDOW).intValue());
            case "image_patterns" -> new ImagePatterns(s.get(SIZE).intValue(), pattern(s));
            default -> throw new AssertionError(kind);
        };
    }

    private static int length(Settings settings, int usual) {
        int length = settings.get(LENGTH).intValue();
        return length == 0 ? usual : length;
    }

    private static int arms(Settings settings) {
        List<Integer> classes = settings.get(CLASSES);
        if (classes.size() > 1) {
            throw new ShapeProblem(null, WORDS.text("dataSettings.classesHoldsNumbersForSpiral", classes.size()));
        }
        return classes.isEmpty() ? 3 : classes.get(0);
    }

    private static List<Integer> digits(Settings settings) {
        List<Integer> classes = settings.get(CLASSES);
        return classes.isEmpty() ? IntStream.range(0, 10).boxed().toList() : classes;
    }

    private static Optional<Pattern> pattern(Settings settings) {
        return Stream.of(Pattern.values())
                .filter(p -> p.id().equals(settings.get(PATTERN)))
                .findFirst();
    }
}
