package chainrule.benchmark;

import java.nio.file.Path;

/** What is timed. */
public interface Engine {
    /**
     * Opens a workload.
     *
     * @param folder where each workload's graph and numbers are, as {@code name.json} and {@code name.bin}
     * @throws UnsupportedOperationException where this engine cannot do it, with the reason
     */
    Workload open(Path folder, String name) throws Exception;
}
