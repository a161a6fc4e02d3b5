package chainrule.kernel;

/**
 * A product whose result is small and whose sum is long, in pieces of what is summed over: each is small enough for the
 * kernels with which OpenBLAS skips packing its operands, which on AVX-512 is twice as fast.
 */
final class Pieces implements Kernel {
    /** Multiplications up to which OpenBLAS takes those kernels. */
    static final double SMALL = 1e6;
    /** Elements of a result that stays in the cache while pieces are added to it. */
    private static final long MOST = 1 << 14;

    private final Panel a;
    private final Panel b;
    private final Panel c;
    private final Product whole;
    private final Product rest;
    private final int length;
    private final boolean adding;

    /** Of the operands of a {@link Gemm}. */
    Pieces(Matrix left, Matrix right, boolean adding, Matrix result) {
        int m = result.rows();
        int n = result.columns();
        this.length = left.columns();
        int piece = (int) (SMALL / m / n);
        this.whole = new Product(m, n, piece);
        this.rest = new Product(m, n, length % piece == 0 ? piece : length % piece);
        this.a = new Panel(left, left.transposed() ? left.leading() : 1);
        this.b = new Panel(right, right.leading());
        this.c = new Panel(result, 0);
        this.adding = adding;
    }

    static boolean worthwhile(Matrix left, Matrix right, Matrix result) {
        long size = (long) result.rows() * result.columns();
        return !right.transposed() && size <= MOST && (double) size * left.columns() > SMALL;
    }

    @Override
    public void run() {
        for (int at = 0; at < length; at += whole.k()) {
            Product product = at + whole.k() > length ? rest : whole;
            c.buffer().stop().check();
            product.run(a.further(at), b.further(at), adding || at > 0, c);
        }
    }
}
