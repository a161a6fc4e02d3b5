package chainrule.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element-wise operation on larger buffers, none of which is summed. It runs alone, or with others on buffers of the
 * same size in one {@link Sweep}.
 */
public final class Pointwise implements Kernel {
    /** Drafts the operation on what was read. */
    interface Body {
        Sweep.Value on(Sweep.Draft draft, List<Sweep.Value> operands);
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
        return result.size() < Blocks.WORTHWHILE ? alone : new Pointwise(alone, body, views, result);
    }

    @Override
    public void run() {
        alone.run();
    }

    /** Whether this can follow another in one sweep: none writes over what the other has elsewhere. */
    public boolean joins(Pointwise before) {
        return result.size() == before.result.size() && !collides(result, before) && !collides(before.result, this);
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
            return operations.get(0);
        }
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
            Sweep.Value value = operation.body.on(draft, values);
            known.put(operation.result, value);
            if (lastWrites.getOrDefault(operation.result, -1) == i) {
                draft.write(value, operation.result);
            }
        }
        return draft.kernel();
    }

    /** An operand as it meets the elements of a result: whole, or as a row that is repeated. */
    private static Optional<View> view(Buffer operand, Buffer result) {
        int[] mine = withoutLeadingOnes(operand);
        int[] all = withoutLeadingOnes(result);
        if (Arrays.equals(mine, all)) {
            return Optional.of(View.of(operand));
        }
        boolean row = mine.length > 0
                && mine.length <= all.length
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
