package chainrule.app;

import chainrule.editor.film.Beat;
import chainrule.editor.film.Film;
import chainrule.exec.Step;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which moments a film shows, and how fast. */
final class FilmOptions {
    private static final Pattern FROM_TO = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

    @Option(
            names = "--steps",
            paramLabel = "A-B",
            description = "A film of the pass: from A steps done to B, or all, forward, or backward.")
    private @Nullable String steps;

    @Option(
            names = "--training",
            paramLabel = "A-B",
            description = "A film of a training: the pass after A training steps to the one after B.")
    private @Nullable String training;

    @Option(names = "--every", paramLabel = "N", description = "With --training: only every N-th step.")
    private String every = "1";

    @Option(names = "--delay", paramLabel = "MS", description = "How many milliseconds a frame is seen; 800.")
    private String delay = Integer.toString(Beat.usual().millis());

    @Option(names = "--once", description = "A GIF that stops at its end instead of beginning again.")
    private boolean once;

    /** A first and a last place, both included. */
    record Stretch(int from, int to) {}

    /** Whether a film was asked for, whatever the file's name ends with. */
    boolean isAsked() {
        return steps != null || training != null;
    }

    boolean isOfTraining() {
        if (steps != null && training != null) {
            throw Refusal.unusable("--steps and --training are two films: choose one.");
        }
        return training != null;
    }

    Beat beat() {
        return new Beat((int) Words.whole("--delay", delay, Beat.LEAST, Beat.MOST), !once);
    }

    int every() {
        return (int) Words.whole("--every", every, 1, Integer.MAX_VALUE);
    }

    /** The places of a pass with these steps. */
    Stretch ofPass(List<Step> all) {
        int forward =
                (int) all.stream().filter(step -> step instanceof Step.Forward).count();
        String word = steps == null ? "all" : steps;
        Stretch stretch =
                switch (word) {
                    case "all" -> new Stretch(0, all.size());
                    case "forward" -> new Stretch(0, forward);
                    case "backward" -> new Stretch(forward, all.size());
                    default -> read("--steps", word, all.size());
                };
        return counted(stretch, 1);
    }

    /** The places of a training of so many steps. */
    Stretch ofTraining(int all) {
        return counted(read("--training", training == null ? "0" : training, all), every());
    }

    private static Stretch counted(Stretch stretch, int every) {
        int frames = (stretch.to() - stretch.from()) / every + 1;
        if (frames > Film.MOST_FRAMES) {
            throw Refusal.unusable("The film would have %d frames, and may have %d: choose a part of the steps."
                    .formatted(frames, Film.MOST_FRAMES));
        }
        return stretch;
    }

    private static Stretch read(String option, String word, int all) {
        Matcher matcher = FROM_TO.matcher(word);
        if (matcher.matches()) {
            int from = Integer.parseInt(matcher.group(1));
            int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
            if (from <= to && to <= all) {
                return new Stretch(from, to);
            }
        }
        String words = option.equals("--steps") ? "all, forward, backward, or " : "";
        throw Refusal.unusable("Option %s is %s: it should be %sa part of 0-%d.".formatted(option, word, words, all));
    }
}
