package chainrule.editor.canvas;

import chainrule.graph.Edge;

/** An edge and the way that it takes. */
record Way(Edge edge, EdgeCurve curve) {}
