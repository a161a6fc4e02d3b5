package chainrule.editor.compare;

import chainrule.editor.canvas.GraphCanvas;

/** Two canvases of which each, while they are linked, shows the same place at the same size as the other. */
final class LinkedViews {
    private final GraphCanvas first;
    private final GraphCanvas second;
    private boolean linked;
    private boolean following;

    LinkedViews(GraphCanvas first, GraphCanvas second) {
        this.first = first;
        this.second = second;
        first.camera().onMove(() -> follow(second, first));
        second.camera().onMove(() -> follow(first, second));
    }

    boolean isLinked() {
        return linked;
    }

    void link(boolean wanted) {
        linked = wanted;
        if (wanted) {
            fit();
        }
    }

    /** Shows both graphs whole. */
    void fit() {
        following = true;
        first.camera().fit();
        second.camera().fit();
        following = false;
        if (first.zoom() < second.zoom()) {
            follow(second, first);
        } else {
            follow(first, second);
        }
    }

    /** Leaves both where they are. */
    void close() {
        linked = false;
        first.camera().onMove(() -> {});
        second.camera().onMove(() -> {});
    }

    private void follow(GraphCanvas behind, GraphCanvas ahead) {
        if (linked && !following) {
            following = true;
            behind.camera().follow(ahead.camera());
            following = false;
        }
    }
}
