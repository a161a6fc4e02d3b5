package chainrule.lessons;

import org.commonmark.node.CustomNode;

/** A formula in the text of a page. */
public final class MathNode extends CustomNode {
    private final String latex;
    private final boolean display;

    MathNode(String latex, boolean display) {
        this.latex = latex;
        this.display = display;
    }

    public String latex() {
        return latex;
    }

    /** Whether it stands on a line of its own. */
    public boolean display() {
        return display;
    }
}
