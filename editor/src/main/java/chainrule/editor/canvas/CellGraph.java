package chainrule.editor.canvas;

import com.mxgraph.util.mxConstants;
import com.mxgraph.util.mxPoint;
import com.mxgraph.view.mxGraph;
import com.mxgraph.view.mxPerimeter.mxPerimeterFunction;
import java.util.HashMap;
import java.util.Map;

/** JGraphX's graph with everything off that would edit it: cells follow the document and nothing else. */
final class CellGraph extends mxGraph {
    static final String NODE = "chainrule-node";
    static final String PORT = "chainrule-port";
    static final String EDGE = "chainrule-edge";

    private static final mxPerimeterFunction CENTER =
            (bounds, vertex, next, orthogonal) -> new mxPoint(bounds.getCenterX(), bounds.getCenterY());

    CellGraph() {
        setCellsSelectable(false);
        setCellsMovable(false);
        setCellsResizable(false);
        setCellsEditable(false);
        setCellsDeletable(false);
        setCellsCloneable(false);
        setCellsDisconnectable(false);
        setCellsBendable(false);
        setConnectableEdges(false);
        setAllowDanglingEdges(false);
        setPortsEnabled(false);
        setSplitEnabled(false);
        setDropEnabled(false);
        setHtmlLabels(false);
        setGridEnabled(false);
        style(NODE, Map.of());
        style(PORT, Map.of(mxConstants.STYLE_PERIMETER, CENTER));
        style(EDGE, Map.of());
    }

    @Override
    public boolean isCellFoldable(Object cell, boolean collapse) {
        return false;
    }

    @Override
    public String getLabel(Object cell) {
        return "";
    }

    private void style(String name, Map<String, Object> entries) {
        getStylesheet().putCellStyle(name, new HashMap<>(entries));
    }
}
