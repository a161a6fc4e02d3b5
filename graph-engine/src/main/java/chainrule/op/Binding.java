package chainrule.op;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernels;
import chainrule.tensor.Shape;

/**
 * What a rule is bound to: the buffers of one use of a node type, and the vocabulary to compute with.
 *
 * <p>Forward rules read {@link #in} and write {@link #out}. A vector-Jacobian rule of an input reads the upstream
 * gradient {@link #grad()} (the shape of the output) and writes {@link #result()} (the shape of that input). A
 * Jacobian-vector rule reads the tangent of the input in {@link #grad()} and writes what it contributes to the tangent
 * of the output in {@link #result()}; element-wise rules serve as both. A type with several outputs reads the upstream
 * gradient of each in {@link #grad(OutPort)} and writes the tangent of each in {@link #result(OutPort)}.
 */
public abstract class Binding extends Kernels {
    /** The value at one input. */
    public abstract Buffer in(InPort port, int index);

    public Buffer in(InPort port) {
        return in(port, 0);
    }

    /** How many inputs of a port are connected. */
    public abstract int count(InPort port);

    public boolean has(InPort port) {
        return count(port) > 0;
    }

    /** The value of an output. */
    public abstract Buffer out(OutPort port);

    /** The value of the first output. */
    public abstract Buffer out();

    /** The gradient that comes back to the first output, or the tangent of the input in forward mode. */
    public abstract Buffer grad();

    /** The gradient that comes back to one of several outputs; zeros where none does. */
    public abstract Buffer grad(OutPort port);

    /** Whether a gradient comes back to one of several outputs; else {@link #grad(OutPort)} is zeros. */
    public abstract boolean comesBack(OutPort port);

    /** Where a derivative rule writes. */
    public abstract Buffer result();

    /** Where a Jacobian-vector rule of a type with several outputs writes the tangent of one of them. */
    public abstract Buffer result(OutPort port);

    /** Which input of a variadic port a derivative rule is bound for. */
    public abstract int index();

    /** A buffer that the forward rule filled for the derivative rules, or that holds what the node remembers. */
    public abstract Buffer saved(String name);

    public abstract Settings settings();

    public <T> T get(Param<T> param) {
        return settings().get(param);
    }

    /** The shape at an input. */
    public Shape shape(InPort port) {
        return in(port).shape();
    }
}
