package chainrule.editor.canvas;

/** What nodes are aligned by. */
public enum Side {
    LEFT("Align left edges", 0, -1),
    CENTER("Align centers", 0.5, -1),
    RIGHT("Align right edges", 1, -1),
    TOP("Align top edges", -1, 0),
    MIDDLE("Align middles", -1, 0.5),
    BOTTOM("Align bottom edges", -1, 1);

    private final String title;
    private final double acrossShare;
    private final double downShare;

    Side(String title, double acrossShare, double downShare) {
        this.title = title;
        this.acrossShare = acrossShare;
        this.downShare = downShare;
    }

    public String title() {
        return title;
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
