package chainrule.editor.chain;

import chainrule.predict.Verdict;

/**
 * An answer that was given.
 *
 * @param about what was asked
 * @param said the learner's words
 */
record Attempt(String about, String said, Verdict verdict) {
    /** In one line: {@code ✓ 3 — the gradient of b …}. */
    String line() {
        return "%s %s: %s".formatted(verdict.right() ? "✓" : "✗", said, about);
    }
}
