package chainrule.benchmark;

/** A training that an engine has open. */
public interface Workload extends AutoCloseable {
    /** Forward, backward and update of the full batch; answers the loss before the update. */
    double step() throws Exception;

    @Override
    void close();
}
