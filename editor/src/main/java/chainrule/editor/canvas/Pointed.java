package chainrule.editor.canvas;

import java.awt.Point;

/** What a menu of the canvas is about, and where on the component it was asked for. */
public record Pointed(Hit hit, Point component) {}
