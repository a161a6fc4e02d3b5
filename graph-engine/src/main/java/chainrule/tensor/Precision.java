package chainrule.tensor;

/** How many bits an element has. */
public enum Precision {
    DOUBLE(8),
    FLOAT(4);

    private final int bytes;

    Precision(int bytes) {
        this.bytes = bytes;
    }

    public int bytes() {
        return bytes;
    }

    /** The nearest value that this precision can hold. */
    public double round(double value) {
        return this == FLOAT ? (float) value : value;
    }
}
