package chainrule.kernel;

import java.util.List;

/** Kernels that run one after the other. */
final class Sequence implements Kernel {
    private final Kernel[] kernels;

    Sequence(Kernel[] kernels) {
        this.kernels = kernels;
    }

    @Override
    public void run() {
        for (Kernel kernel : kernels) {
            kernel.run();
        }
    }

    @Override
    public List<Kernel> parts() {
        return List.of(kernels);
    }
}
