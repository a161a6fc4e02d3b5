package chainrule.kernel;

/**
 * A product whose result is small and whose sum is long, in equal pieces of what is summed over: each is small enough for
 * the kernels with which OpenBLAS skips packing its operands, which on AVX-512 is twice as fast, and what each reads of
 * the right operand again and again stays in the processor's first cache.
 */
final class Pieces implements Kernel {
    /** Multiplications up to which OpenBLAS takes those kernels. */
    static final double SMALL = 1e6;
    /** Elements of a result that stays in the cache while pieces are added to it. */
    private static final long MOST = 1 << 14;
    /** Bytes of a right operand that stays in the first cache as it is. */
    private static final double CACHED = 48 << 10;
    /** Bytes of the right operand in a piece that stays there. */
    private static final double CACHED_PIECE = 32 << 10;
    /** Sums below which the work around a piece costs more than the cache saves. */
    private static final int SHORTEST = 16;

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
        int piece = pieceOf(left, right, result);
        this.whole = new Product(m, n, piece);
        this.rest = new Product(m, n, length % piece == 0 ? piece : length % piece);
        this.a = new Panel(left, left.transposed() ? left.leading() : 1);
        this.b = new Panel(right, right.leading());
        this.c = new Panel(result, 0);
        this.adding = adding;
    }

    static boolean worthwhile(Matrix left, Matrix right, Matrix result) {
        long size = (long) result.rows() * result.columns();
        return !right.transposed() && size <= MOST && pieceOf(left, right, result) < left.columns();
    }

    private static int pieceOf(Matrix left, Matrix right, Matrix result) {
        int length = left.columns();
        double column = (double) result.columns() * right.buffer().precision().bytes();
        int count = (int) Math.ceil((double) result.rows() * result.columns() * length / SMALL);
        if (column * length > CACHED && CACHED_PIECE / column >= SHORTEST) {
            count = Math.max(count, (int) Math.ceil(column * length / CACHED_PIECE));
        }
        return (length + count - 1) / Math.max(1, count);
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
