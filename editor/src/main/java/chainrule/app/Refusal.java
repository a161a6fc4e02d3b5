package chainrule.app;

import java.util.List;

/** Why a call ends without a result: what is said, and how it exits. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The graph, or what a check found in it, has problems. */
    static final int PROBLEMS = 1;

    /** The call or the file cannot be used. */
    static final int UNUSABLE = 2;

    private final transient List<String> sentences;
    private final int exitCode;

    Refusal(List<String> sentences, int exitCode) {
        super(String.join(" ", sentences));
        this.sentences = List.copyOf(sentences);
        this.exitCode = exitCode;
    }

    /** A call or a file that cannot be used. */
    static Refusal unusable(String sentence) {
        return new Refusal(List.of(sentence), UNUSABLE);
    }

    /** A graph that has problems. */
    static Refusal problem(String sentence) {
        return new Refusal(List.of(sentence), PROBLEMS);
    }

    List<String> sentences() {
        return sentences;
    }

    int exitCode() {
        return exitCode;
    }
}
