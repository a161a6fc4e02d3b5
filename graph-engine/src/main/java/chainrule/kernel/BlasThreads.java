package chainrule.kernel;

import java.util.Map;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * How many threads a matrix product gets: all that OpenBLAS was given when it was loaded, where the product is long
 * enough for the others to be woken, else the one that asks.
 */
final class BlasThreads {
    /** Multiplications from which others help: about a tenth of a millisecond of one thread. */
    private static final double WORTH_WAKING = 8e6;

    private static final int ALL = asked(System.getenv());

    private BlasThreads() {}

    /** To be called right before a product. */
    static void choose(double multiplications) {
        if (ALL > 1) {
            openblas_nolapack.blas_set_num_threads(of(multiplications, ALL));
        }
    }

    static int of(double multiplications, int all) {
        return multiplications < WORTH_WAKING ? 1 : all;
    }

    /** What OpenBLAS reads of its environment; it cannot be asked itself. */
    static int asked(Map<String, String> environment) {
        for (String name : new String[] {"OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"}) {
            String given = environment.getOrDefault(name, "");
            if (given.matches("[1-9]\\d{0,5}")) {
                return Integer.parseInt(given);
            }
        }
        return Runtime.getRuntime().availableProcessors();
    }
}
