package chainrule.op;

/**
 * Where a value leaves a node.
 *
 * @param name as in a file
 * @param differentiable whether a gradient can come back to it
 */
public record OutPort(String name, boolean differentiable) {
    /** The single output of most node types. */
    public static final OutPort OUT = new OutPort("out", true);

    public static OutPort of(String name) {
        return new OutPort(name, true);
    }

    /** An output that no gradient comes back to: data, indices. */
    public static OutPort withoutGradient(String name) {
        return new OutPort(name, false);
    }
}
