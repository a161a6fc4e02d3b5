package chainrule.kernel;

/** A product that takes long, in bands of rows of its result, so that it can be stopped between two of them. */
final class Bands implements Kernel {
    /** Multiplications from which a product takes long: some tenths of a second on one thread. */
    private static final double LONG = 1e9;
    /** Multiplications of a band. */
    private static final double BAND = 2e8;
    /** Rows below which a band would be slow. */
    private static final int LEAST_ROWS = 32;

    private final Panel a;
    private final Panel b;
    private final Panel c;
    private final Product whole;
    private final Product rest;
    private final int rows;
    private final boolean adding;
    private final Stop stop;

    /** Of the operands of a {@link Gemm}. */
    Bands(Matrix left, Matrix right, boolean adding, Matrix result) {
        this.rows = result.rows();
        int n = result.columns();
        int k = left.columns();
        int band = (int) Math.min(rows, Math.max(LEAST_ROWS, BAND / n / k));
        this.whole = new Product(band, n, k);
        this.rest = new Product(rows % band == 0 ? band : rows % band, n, k);
        this.a = new Panel(left, left.transposed() ? 1 : left.leading());
        this.b = new Panel(right, 0);
        this.c = new Panel(result, result.leading());
        this.adding = adding;
        this.stop = result.buffer().stop();
    }

    static boolean worthwhile(Matrix left, Matrix result) {
        return (double) result.rows() * result.columns() * left.columns() > LONG;
    }

    @Override
    public void run() {
        for (int at = 0; at < rows; at += whole.m()) {
            stop.check();
            Product product = at + whole.m() > rows ? rest : whole;
            product.run(a.further(at), b, adding, c.further(at));
        }
    }
}
