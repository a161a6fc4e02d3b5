package chainrule.kernel;

import java.util.List;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J operations one after the other, each bound to its arrays: a kernel that touches no memory itself. */
public final class Program implements Kernel {
    private final Runnable[] calls;
    private final Stop stop;

    /**
     * @param stop asked before each
     */
    Program(List<Runnable> calls, Stop stop) {
        this.calls = calls.toArray(Runnable[]::new);
        this.stop = stop;
    }

    @Override
    public void run() {
        for (Runnable call : calls) {
            stop.check();
            call.run();
        }
    }

    static Runnable call(CustomOp operation) {
        return () -> Nd4j.getExecutioner().exec(operation);
    }

    static Runnable call(Op operation) {
        return () -> Nd4j.getExecutioner().exec(operation);
    }
}
