package chainrule.kernel;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import chainrule.tensor.Precision;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;

/** A product of matrices by the OpenBLAS that ND4J brings, on the memory of its arrays: c = a·b, or c += a·b. */
public final class Gemm implements Summand {
    /** Rows, in all products with one matrix on the right, from which on it pays to turn that around. */
    public static final long TURNED_FROM = 128;

    /** Multiplications from which on it pays to share a product among threads. */
    private static final double SHARED_FROM = 4e5;
    /** Rows or columns that OpenBLAS computes at once: cuts fall between them. */
    private static final int STEP = 16;

    private final Matrix a;
    private final Matrix b;
    private final boolean adding;
    private final Matrix c;
    private final Kernel call;

    Gemm(Matrix a, Matrix b, boolean adding, Matrix c) {
        this(a, b, adding, c, true);
    }

    private Gemm(Matrix a, Matrix b, boolean adding, Matrix c, boolean sharing) {
        if (a.columns() != b.rows() || a.rows() != c.rows() || b.columns() != c.columns() || c.transposed()) {
            throw new IllegalArgumentException("product of " + size(a) + " and " + size(b) + " into " + size(c));
        }
        this.a = a;
        this.b = b;
        this.adding = adding;
        this.c = c;
        Team team = c.buffer().team();
        if (sharing && team.size() > 1 && multiplications() > SHARED_FROM) {
            this.call = shared(team);
        } else if (Pieces.worthwhile(a, b, c)) {
            this.call = new Pieces(a, b, adding, c);
        } else if (Bands.worthwhile(a, c)) {
            this.call = new Bands(a, b, adding, c);
        } else {
            this.call = c.buffer().precision() == Precision.DOUBLE ? doubles() : floats();
        }
    }

    /** What stands on the right of the product. */
    public Matrix right() {
        return b;
    }

    /** Rows of the result. */
    public long rows() {
        return c.rows();
    }

    /** Whether the product would be faster if what stands on the right were not read across. */
    public boolean slowedByRight() {
        return b.transposed() && multiplications() <= Pieces.SMALL;
    }

    /** The same product with the same matrix on the right, which lies elsewhere. */
    public Gemm withRight(Matrix right) {
        return new Gemm(a, right, adding, c);
    }

    @Override
    public void run() {
        call.run();
        Reference.reachabilityFence(this);
    }

    /** c = a·b. */
    public static Gemm of(Matrix a, Matrix b, Matrix c) {
        return new Gemm(a, b, false, c);
    }

    @Override
    public boolean writesAll(Buffer buffer) {
        return !adding && c.buffer() == buffer && (long) c.rows() * c.columns() == buffer.size();
    }

    @Override
    public Gemm addedTo(Buffer sum) {
        return new Gemm(a, b, true, new Matrix(sum, c.rows(), c.columns(), 0, false));
    }

    /**
     * The sum of products aᵀ·b, all written to the same place, in as few products as possible: where the rows of the
     * a lie one after the other in memory, and those of the b do, one product sums over all of them.
     */
    static List<Gemm> summed(List<Gemm> products) {
        List<Gemm> ordered = new ArrayList<>(products);
        if (products.stream().allMatch(Gemm::ofWholeRows)) {
            ordered.sort(Comparator.comparing(g -> g.a.buffer(), Buffer.BY_PLACE));
        }
        List<Gemm> result = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= ordered.size(); to++) {
            if (to == ordered.size() || !ordered.get(to).goesOn(ordered.get(to - 1))) {
                result.add(joined(ordered.subList(from, to), !result.isEmpty()));
                from = to;
            }
        }
        return result;
    }

    private boolean ofWholeRows() {
        return a.transposed() && !b.transposed() && whole(a) && whole(b);
    }

    private boolean goesOn(Gemm before) {
        return ofWholeRows()
                && before.ofWholeRows()
                && a.rows() == before.a.rows()
                && b.columns() == before.b.columns()
                && a.buffer().follows(before.a.buffer())
                && b.buffer().follows(before.b.buffer());
    }

    private static Gemm joined(List<Gemm> run, boolean adding) {
        Gemm first = run.get(0);
        if (run.size() == 1) {
            return new Gemm(first.a, first.b, adding, first.c);
        }
        int inner = run.stream().mapToInt(g -> g.b.rows()).sum();
        Buffer left = Buffer.joined(run.stream().map(g -> g.a.buffer()).toList());
        Buffer right = Buffer.joined(run.stream().map(g -> g.b.buffer()).toList());
        return new Gemm(
                Matrix.of(left, inner, first.a.rows()).transpose(),
                Matrix.of(right, inner, first.b.columns()),
                adding,
                first.c);
    }

    private static boolean whole(Matrix matrix) {
        return matrix.offset() == 0
                && (long) matrix.rows() * matrix.columns() == matrix.buffer().size();
    }

    private double multiplications() {
        return (double) c.rows() * c.columns() * a.columns();
    }

    /** Each thread computes some of the rows, or some of the columns where there are more of those. */
    private Kernel shared(Team team) {
        return c.rows() >= c.columns()
                ? Together.cut(
                        team,
                        c.rows(),
                        STEP,
                        part -> alone(a.rows(part.from(), part.to()), b, c.rows(part.from(), part.to())))
                : Together.cut(
                        team,
                        c.columns(),
                        STEP,
                        part -> alone(a, b.columns(part.from(), part.to()), c.columns(part.from(), part.to())));
    }

    private Kernel alone(Matrix left, Matrix right, Matrix result) {
        return new Gemm(left, right, adding, result, false);
    }

    private Kernel doubles() {
        DoublePointer pa = doubles(a);
        DoublePointer pb = doubles(b);
        DoublePointer pc = doubles(c);
        int ta = transposition(a);
        int tb = transposition(b);
        int lda = a.leading();
        int ldb = b.leading();
        int m = c.rows();
        int n = c.columns();
        int k = a.columns();
        int ldc = c.leading();
        double beta = adding ? 1 : 0;
        return () -> cblas_dgemm(CblasRowMajor, ta, tb, m, n, k, 1, pa, lda, pb, ldb, beta, pc, ldc);
    }

    private Kernel floats() {
        FloatPointer pa = floats(a);
        FloatPointer pb = floats(b);
        FloatPointer pc = floats(c);
        int ta = transposition(a);
        int tb = transposition(b);
        int lda = a.leading();
        int ldb = b.leading();
        int m = c.rows();
        int n = c.columns();
        int k = a.columns();
        int ldc = c.leading();
        float beta = adding ? 1 : 0;
        return () -> cblas_sgemm(CblasRowMajor, ta, tb, m, n, k, 1, pa, lda, pb, ldb, beta, pc, ldc);
    }

    private static int transposition(Matrix matrix) {
        return matrix.transposed() ? CblasTrans : CblasNoTrans;
    }

    private static DoublePointer doubles(Matrix matrix) {
        return new DoublePointer(matrix.buffer().pointer()).getPointer(matrix.offset());
    }

    private static FloatPointer floats(Matrix matrix) {
        return new FloatPointer(matrix.buffer().pointer()).getPointer(matrix.offset());
    }

    private static String size(Matrix matrix) {
        return matrix.rows() + "×" + matrix.columns();
    }
}
