package chainrule.editor.canvas;

import chainrule.language.Phrases;

/** What nodes are aligned by. */
public enum Side {
    LEFT(0, -1),
    CENTER(0.5, -1),
    RIGHT(1, -1),
    TOP(-1, 0),
    MIDDLE(-1, 0.5),
    BOTTOM(-1, 1);

    private static final Phrases WORDS = Phrases.of(Side.class);
    private final double acrossShare;
    private final double downShare;

    Side(double acrossShare, double downShare) {
        this.acrossShare = acrossShare;
        this.downShare = downShare;
    }

    public String title() {
        return WORDS.text("align." + name());
    }

    /** Whether nodes move to the left and right, not up and down. */
    boolean horizontal() {
        return acrossShare >= 0;
    }

    /** Which share of its extent lies before the line that a box is aligned by. */
    double share() {
        return horizontal() ? acrossShare : downShare;
    }
}
