package chainrule.editor.canvas;

import chainrule.language.Phrases;
import com.mxgraph.model.mxCell;
import com.mxgraph.swing.mxGraphComponent;
import com.mxgraph.view.mxGraph;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.accessibility.AccessibleSelection;
import javax.accessibility.AccessibleState;
import javax.swing.BorderFactory;
import javax.swing.KeyStroke;
import javax.swing.TransferHandler;
import org.jspecify.annotations.Nullable;

/** JGraphX's component without its own gestures, painted by us. It is as large as its viewport: panning moves the view. */
final class CellView extends mxGraphComponent {
    private static final Phrases WORDS = Phrases.of(CellView.class);
    private static final long serialVersionUID = 1;

    /** What the canvas adds to the component. */
    interface Face {
        void paint(Graphics2D g);

        @Nullable
        String tip(MouseEvent event);

        /** The nodes, for assistive tools. */
        List<Accessible> nodes();

        /**
         * Where a menu opens.
         *
         * @param event the press that asks for it; null where a key does
         */
        Point menu(@Nullable MouseEvent event);

        /** Offers a key before it means anything else; answers whether it was taken. */
        boolean pressed(KeyStroke key);

        String description();
    }

    private transient @Nullable Face face;

    CellView(mxGraph graph) {
        super(graph);
        setBorder(BorderFactory.createEmptyBorder());
        setPageVisible(false);
        setZoomPolicy(ZOOM_POLICY_NONE);
        setHorizontalScrollBarPolicy(HORIZONTAL_SCROLLBAR_NEVER);
        setVerticalScrollBarPolicy(VERTICAL_SCROLLBAR_NEVER);
        setWheelScrollingEnabled(false);
        setGridVisible(false);
        setAutoExtend(false);
        setFocusable(false);
        setToolTips(true);
        getGraphControl().setFocusable(true);
        getGraphControl().setLayout(null);
        getGraphControl().setAutoscrolls(true);
    }

    void show(Face shown) {
        face = shown;
    }

    @Override
    protected void createHandlers() {
        // Gestures are ours: none of JGraphX's handlers is installed.
    }

    @Override
    protected void installFocusHandler() {
        // The control takes the focus itself.
    }

    @Override
    protected void installDoubleClickHandler() {
        // A cell is never edited in place.
    }

    @Override
    protected TransferHandler createTransferHandler() {
        return new TransferHandler("none");
    }

    @Override
    public void zoomAndCenter() {
        // The viewport stays where the learner put it.
    }

    @Override
    protected mxGraphControl createGraphControl() {
        return new Control();
    }

    /** What is painted on and listened to. */
    private final class Control extends mxGraphControl {
        private static final long serialVersionUID = 1;

        @Override
        public void updatePreferredSize() {
            // As large as the viewport, whatever the graph.
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(10, 10);
        }

        @Override
        protected void drawFromRootCell() {
            Face shown = face;
            if (shown != null) {
                shown.paint(canvas.getGraphics());
            }
        }

        @Override
        public @Nullable String getToolTipText(MouseEvent event) {
            Face shown = face;
            return shown == null ? null : shown.tip(event);
        }

        @Override
        public @Nullable Point getPopupLocation(@Nullable MouseEvent event) {
            Face shown = face;
            return shown == null ? null : shown.menu(event);
        }

        @Override
        protected boolean processKeyBinding(KeyStroke key, KeyEvent event, int condition, boolean pressed) {
            Face shown = face;
            return (condition == WHEN_FOCUSED && shown != null && shown.pressed(key))
                    || super.processKeyBinding(key, event, condition, pressed);
        }

        @Override
        public AccessibleContext getAccessibleContext() {
            if (accessibleContext == null) {
                accessibleContext = new Access();
            }
            return accessibleContext;
        }

        /** The canvas as assistive tools see it: one child per node. */
        private final class Access extends AccessibleJComponent implements AccessibleSelection {
            private static final long serialVersionUID = 1;

            @Override
            public AccessibleRole getAccessibleRole() {
                return AccessibleRole.CANVAS;
            }

            @Override
            public String getAccessibleName() {
                return WORDS.text("canvas.name");
            }

            @Override
            public String getAccessibleDescription() {
                Face shown = face;
                return shown == null ? "" : shown.description();
            }

            @Override
            public int getAccessibleChildrenCount() {
                return nodes().size();
            }

            @Override
            public Accessible getAccessibleChild(int index) {
                return nodes().get(index);
            }

            @Override
            public AccessibleSelection getAccessibleSelection() {
                return this;
            }

            @Override
            public int getAccessibleSelectionCount() {
                return (int) nodes().stream().filter(Access::isSelected).count();
            }

            @Override
            public Accessible getAccessibleSelection(int index) {
                return nodes().stream().filter(Access::isSelected).toList().get(index);
            }

            @Override
            public boolean isAccessibleChildSelected(int index) {
                return isSelected(nodes().get(index));
            }

            @Override
            public void addAccessibleSelection(int index) {
                // Nodes are selected by keys and the mouse.
            }

            @Override
            public void removeAccessibleSelection(int index) {
                // Nodes are selected by keys and the mouse.
            }

            @Override
            public void clearAccessibleSelection() {
                // Nodes are selected by keys and the mouse.
            }

            @Override
            public void selectAllAccessibleSelection() {
                // Nodes are selected by keys and the mouse.
            }

            private static boolean isSelected(Accessible node) {
                return node.getAccessibleContext().getAccessibleStateSet().contains(AccessibleState.SELECTED);
            }

            private List<Accessible> nodes() {
                Face shown = face;
                return shown == null ? List.of() : shown.nodes();
            }
        }
    }

    /** The topmost cell at a place: a node's, a port's or an edge's. */
    Optional<mxCell> cellAt(int x, int y) {
        return getCellAt(x, y) instanceof mxCell cell ? Optional.of(cell) : Optional.empty();
    }
}
