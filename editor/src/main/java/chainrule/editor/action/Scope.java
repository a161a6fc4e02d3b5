package chainrule.editor.action;

/** Where an action's key is listened to. */
public enum Scope {
    /** Anywhere in the window. */
    WINDOW,
    /** On the canvas only, so that a letter can be typed into a field. */
    CANVAS
}
