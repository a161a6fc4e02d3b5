package chainrule.app;

import java.io.PrintStream;

/**
 * Where a call writes.
 *
 * @param out results
 * @param err everything that is said beside them
 * @param watched whether someone sees {@code err} while the call runs
 */
record Terminal(PrintStream out, PrintStream err, boolean watched) {
    /** One line beside the results. */
    void say(String sentence) {
        err.println(sentence);
    }
}
