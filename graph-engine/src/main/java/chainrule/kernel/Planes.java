package chainrule.kernel;

/** A batch of examples, each with channels one after the other, each of so many elements. */
public record Planes(int batch, int channels, int size) {
    /** Elements of one channel over the whole batch. */
    long each() {
        return (long) batch * size;
    }
}
