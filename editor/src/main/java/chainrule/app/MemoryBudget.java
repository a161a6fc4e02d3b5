package chainrule.app;

/** How many bytes the buffers of one graph may take. */
final class MemoryBudget {
    /** Set by the launcher, such as {@code 11468M}. */
    private static final String NATIVE_LIMIT = "org.bytedeco.javacpp.maxbytes";

    private MemoryBudget() {}

    /** What the launcher allows outside the heap, and at most what leaves room for copies of all results on the heap. */
    static long bytes() {
        long heap = (long) (Runtime.getRuntime().maxMemory() * 0.45);
        String limit = System.getProperty(NATIVE_LIMIT, "");
        return limit.matches("[1-9]\\d{0,9}M") ? Math.min(heap, mebibytes(limit) << 20) : heap;
    }

    private static long mebibytes(String limit) {
        return Long.parseLong(limit.substring(0, limit.length() - 1));
    }
}
