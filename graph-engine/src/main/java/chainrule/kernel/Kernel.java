package chainrule.kernel;

/** One bound piece of work: reads and writes buffers fixed when it was made, and allocates nothing when it runs. */
@FunctionalInterface
public interface Kernel {
    void run();

    /** A kernel that has nothing to write. */
    static Kernel nothing() {
        return () -> {};
    }

    /** These kernels one after the other. */
    static Kernel sequence(Kernel... kernels) {
        Kernel[] all = kernels.clone();
        return () -> {
            for (Kernel kernel : all) {
                kernel.run();
            }
        };
    }
}
