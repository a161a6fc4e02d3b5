package chainrule.kernel;

/** Computes runs of elements block by block, in arrays on the heap. */
interface BlockRuns {
    /** Forgets what it read; buffers may have changed. */
    void start();

    /**
     * Computes a run and stores it.
     *
     * @param at where it begins in each operand, then in the result
     */
    void write(long[] at, long length);

    /** Computes a run and adds it to sums, which lie as the result does. */
    void add(long[] at, long length, double[] sums);
}
