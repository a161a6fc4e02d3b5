package chainrule.op;

import java.util.List;

/**
 * What a node type tells a learner, in the order of the help page.
 *
 * @param summary what it is, in one sentence
 * @param history when it was invented, and for what
 * @param use when to use it
 * @param limits where it fails
 * @param example one example with numbers
 * @param source the paper or page that it comes from
 * @param synonyms words that a search finds it by
 */
public record Help(
        String summary,
        String history,
        String use,
        String limits,
        String example,
        String source,
        List<String> synonyms) {
    public Help {
        synonyms = List.copyOf(synonyms);
    }

    /** Help that holds only its first sentence. */
    public static Help of(String summary) {
        return new Help(summary, "", "", "", "", "", List.of());
    }

    public Help history(String sentence) {
        return new Help(summary, sentence, use, limits, example, source, synonyms);
    }

    public Help use(String sentence) {
        return new Help(summary, history, sentence, limits, example, source, synonyms);
    }

    public Help limits(String sentence) {
        return new Help(summary, history, use, sentence, example, source, synonyms);
    }

    public Help example(String sentence) {
        return new Help(summary, history, use, limits, sentence, source, synonyms);
    }

    public Help source(String sentence) {
        return new Help(summary, history, use, limits, example, sentence, synonyms);
    }

    public Help synonyms(String... words) {
        return new Help(summary, history, use, limits, example, source, List.of(words));
    }
}
