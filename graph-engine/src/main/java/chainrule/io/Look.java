package chainrule.io;

/**
 * How a node looks on the canvas, beside where it is.
 *
 * @param collapsed whether it shows its title only
 * @param pinned whether it keeps its place and is not deleted
 * @param color the word of its colour; empty where it has that of its shelf
 * @param level how far in front of others it lies; 0 where nothing was said, behind them below 0
 */
public record Look(boolean collapsed, boolean pinned, String color, int level) {
    private static final Look PLAIN = new Look(false, false, "", 0);

    /** A node that nothing was said about. */
    public static Look plain() {
        return PLAIN;
    }

    public boolean isPlain() {
        return equals(PLAIN);
    }

    public Look collapsed(boolean titleOnly) {
        return new Look(titleOnly, pinned, color, level);
    }

    public Look pinned(boolean kept) {
        return new Look(collapsed, kept, color, level);
    }

    public Look colored(String word) {
        return new Look(collapsed, pinned, word, level);
    }

    public Look at(int height) {
        return new Look(collapsed, pinned, color, height);
    }
}
