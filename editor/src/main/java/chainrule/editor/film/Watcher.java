package chainrule.editor.film;

/** Follows work that takes its time, and may end it. */
@FunctionalInterface
public interface Watcher {
    /**
     * @param done how many pieces are done
     * @param all how many there are
     * @throws java.util.concurrent.CancellationException to end it
     */
    void goOn(int done, int all);
}
