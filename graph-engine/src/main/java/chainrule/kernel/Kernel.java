package chainrule.kernel;

import java.util.ArrayList;
import java.util.List;

/** One bound piece of work: reads and writes buffers fixed when it was made, and allocates nothing when it runs. */
@FunctionalInterface
public interface Kernel {
    void run();

    /** The kernels that this one runs one after the other; itself where it is one piece. */
    default List<Kernel> parts() {
        return List.of(this);
    }

    /** A kernel that has nothing to write. */
    static Kernel nothing() {
        return sequence();
    }

    /** These kernels one after the other. */
    static Kernel sequence(Kernel... kernels) {
        List<Kernel> parts = new ArrayList<>();
        for (Kernel kernel : kernels) {
            parts.addAll(kernel.parts());
        }
        return parts.size() == 1 ? parts.get(0) : new Sequence(parts.toArray(Kernel[]::new));
    }
}
