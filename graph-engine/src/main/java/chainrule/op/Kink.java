package chainrule.op;

import chainrule.kernel.Binary;
import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Pairs;
import chainrule.tensor.Tensor;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Numbers whose signs say on which side of its kinks a node computes. Where a sign changes between two inputs, the slope
 * jumps somewhere between them, and a finite difference across them says nothing about either side.
 */
@FunctionalInterface
public interface Kink {
    /** Binds the numbers to one use of the type; the answer computes them from the values of the moment. */
    Supplier<Tensor> bind(Binding k);

    /** A kink where an input is 0; every input of a variadic port counts. */
    static Kink at(InPort port) {
        return k -> () -> Tensor.vector(IntStream.range(0, k.count(port))
                .mapToObj(i -> k.in(port, i).snapshot())
                .flatMapToDouble(values -> Arrays.stream(values.toArray()))
                .toArray());
    }

    /** A kink where two inputs are equal, element by element. */
    static Kink between(InPort a, InPort b) {
        Binary minus = Pairs.MINUS;
        return k -> {
            Buffer difference = k.scratch(k.shape(a).broadcast(k.shape(b)));
            Kernel kernel = k.zip(minus, k.in(a), k.in(b), difference);
            return () -> {
                kernel.run();
                return difference.snapshot();
            };
        };
    }

    /** A kink where an input equals a setting. */
    static Kink at(InPort port, Param<Double> setting) {
        return k -> () -> k.in(port).snapshot().map(x -> x - k.get(setting));
    }
}
