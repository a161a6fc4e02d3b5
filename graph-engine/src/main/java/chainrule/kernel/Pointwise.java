package chainrule.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * An element-wise operation on larger buffers, none of which is summed. It runs alone, or with others on buffers of the
 * same size in one {@link Sweep}.
 */
public final class Pointwise implements OnImages {
    /**
     * What the operation computes, for a sweep and for rows.
     *
     * @param function applied element by element
     * @param draft drafts it on what was read
     * @param row the same for a row of each operand
     */
    record Body(Object function, BiFunction<Sweep.Draft, List<Sweep.Value>, Sweep.Value> draft, Lane row) {
        static Body of(Unary f) {
            return new Body(f, (draft, in) -> draft.map(f, in.get(0)), (in, out) -> f.each(in[0], out, out.length));
        }

        static Body of(Binary f) {
            return new Body(
                    f,
                    (draft, in) -> draft.zip(f, in.get(0), in.get(1)),
                    (in, out) -> f.each(in[0], in[1], out, out.length));
        }

        static Body of(Ternary f) {
            return new Body(f, (draft, in) -> draft.zip(f, in.get(0), in.get(1), in.get(2)), (in, out) -> {
                for (int i = 0; i < out.length; i++) {
                    out[i] = f.at(in[0][i], in[1][i], in[2][i]);
                }
            });
        }

        static Body same() {
            return of(Functions.SAME);
        }
    }

    /** Elements from which on a single operation is shared among threads. */
    private static final long SHARED_FROM = 1 << 14;

    private final Kernel alone;
    private final Body body;
    private final List<View> operands;
    private final Buffer result;

    private Pointwise(Kernel alone, Body body, List<View> operands, Buffer result) {
        this.alone = alone;
        this.body = body;
        this.operands = operands;
        this.result = result;
    }

    /** A kernel that others can be joined with; {@code alone} itself where its operands lie in another order. */
    static Kernel of(Kernel alone, Body body, Buffer result, Buffer... operands) {
        List<View> views = new ArrayList<>();
        for (Buffer operand : operands) {
            Optional<View> view = view(operand, result);
            if (view.isEmpty()) {
                return alone;
            }
            views.add(view.get());
        }
        return new Pointwise(alone, body, views, result);
    }

    @Override
    public void run() {
        alone.run();
    }

    /** Whether this can follow another in one sweep: none writes over what the other has elsewhere. */
    public boolean joins(Pointwise before) {
        return result.size() >= Blocks.WORTHWHILE
                && result.size() == before.result.size()
                && !collides(result, before)
                && !collides(before.result, this);
    }

    /** The same row by row, on rows as many and as long as others; empty where a row is repeated or the sizes differ. */
    Optional<RowWork> rowwise(RowWork like) {
        return like.fits(result) && operands.stream().noneMatch(View::repeats)
                ? Optional.of(
                        like.of(body.row, operands.stream().map(View::buffer).toList(), result))
                : Optional.empty();
    }

    /** What a function of one number is applied to here; empty where it is another function. */
    Optional<Buffer> argumentOf(Unary function) {
        return operand(function, 0);
    }

    /** The first operand of a function of two numbers. */
    Optional<Buffer> firstOf(Binary function) {
        return operand(function, 0);
    }

    /** The second operand of a function of two numbers. */
    Optional<Buffer> secondOf(Binary function) {
        return operand(function, 1);
    }

    private Optional<Buffer> operand(Object function, int index) {
        boolean whole = operands.stream().noneMatch(View::repeats);
        return whole && body.function == function
                ? Optional.of(operands.get(index).buffer())
                : Optional.empty();
    }

    @Override
    public Buffer result() {
        return result;
    }

    @Override
    public boolean follows(Buffer written, int batch) {
        return result.size() == written.size()
                && result.size() % batch == 0
                && operands.stream().noneMatch(View::repeats)
                && operands.stream().anyMatch(view -> view.buffer() == written)
                && !collides(result, this);
    }

    @Override
    public Work work(int batch) {
        int each = Math.toIntExact(result.size() / batch);
        Sweep sweep = draft(List.of(this)).sweep();
        return (from, to) -> sweep.run(from * each, to * each);
    }

    /** Whether memory that is written is that of another buffer of an operation. */
    private static boolean collides(Buffer written, Pointwise operation) {
        boolean result = operation.result != written && operation.result.overlaps(written);
        return result
                || operation.operands.stream()
                        .map(View::buffer)
                        .anyMatch(operand -> operand != written && operand.overlaps(written));
    }

    /** Operations that join each other, in their order, as one kernel. */
    public static Kernel joined(List<Pointwise> operations) {
        Buffer any = operations.get(0).result;
        if (operations.size() == 1 && (any.team().size() == 1 || any.size() < SHARED_FROM)) {
            return operations.get(0).alone;
        }
        return draft(operations).kernel();
    }

    private static Sweep.Draft draft(List<Pointwise> operations) {
        Buffer any = operations.get(0).result;
        Sweep.Draft draft = Sweep.over(any.size(), any);
        Map<Buffer, Sweep.Value> known = new HashMap<>();
        Map<Buffer, Integer> lastWrites = new HashMap<>();
        for (int i = 0; i < operations.size(); i++) {
            lastWrites.put(operations.get(i).result, i);
        }
        for (int i = 0; i < operations.size(); i++) {
            Pointwise operation = operations.get(i);
            List<Sweep.Value> values = new ArrayList<>();
            for (View view : operation.operands) {
                values.add(
                        view.repeats()
                                ? draft.read(view)
                                : known.computeIfAbsent(view.buffer(), b -> draft.read(view)));
            }
            Sweep.Value value = operation.body.draft.apply(draft, values);
            known.put(operation.result, value);
            if (lastWrites.getOrDefault(operation.result, -1) == i) {
                draft.write(value, operation.result);
            }
        }
        return draft;
    }

    /** An operand as it meets the elements of a result: whole, or as a row or a number that is repeated. */
    private static Optional<View> view(Buffer operand, Buffer result) {
        int[] mine = withoutLeadingOnes(operand);
        int[] all = withoutLeadingOnes(result);
        if (Arrays.equals(mine, all)) {
            return Optional.of(View.of(operand));
        }
        boolean row = mine.length <= all.length
                && Arrays.equals(mine, 0, mine.length, all, all.length - mine.length, all.length);
        return row ? Optional.of(View.of(operand).repeated()) : Optional.empty();
    }

    private static int[] withoutLeadingOnes(Buffer buffer) {
        int[] dims = buffer.shape().dims();
        int first = 0;
        while (first < dims.length && dims[first] == 1) {
            first++;
        }
        return Arrays.copyOfRange(dims, first, dims.length);
    }
}
