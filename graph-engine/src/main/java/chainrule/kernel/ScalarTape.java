package chainrule.kernel;

import chainrule.tensor.Precision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Many operations on single numbers as one kernel. While it runs, the numbers stand side by side in an array on the
 * heap: what is read first is fetched from its buffer, and all that was written is put back at the end. Every result is
 * rounded to the precision of the buffers, so that the numbers are those of the operations run one by one.
 */
public final class ScalarTape implements Kernel {
    private final boolean rounded;
    private final double[] numbers;
    private final Buffer[] fetched;
    private final int[] fetchedTo;
    private final Buffer[] stored;
    private final int[] storedFrom;
    private final int[] results;
    private final int[] operands;
    private final @Nullable Unary[] unary;
    private final @Nullable Binary[] binary;
    private final @Nullable Ternary[] ternary;

    /** The operations in the order in which they run; at least one. */
    public ScalarTape(List<Scalar> operations) {
        int count = operations.size();
        Layout layout = new Layout(operations);
        this.rounded = operations.get(0).result().precision() == Precision.FLOAT;
        this.numbers = new double[layout.places.size()];
        this.fetched = layout.fetched.toArray(Buffer[]::new);
        this.fetchedTo = layout.placesOf(layout.fetched);
        this.stored = layout.stored.toArray(Buffer[]::new);
        this.storedFrom = layout.placesOf(layout.stored);
        this.results = layout.placesOf(operations.stream().map(Scalar::result).toList());
        this.operands = new int[3 * count];
        this.unary = new Unary[count];
        this.binary = new Binary[count];
        this.ternary = new Ternary[count];
        for (int i = 0; i < count; i++) {
            Scalar operation = operations.get(i);
            for (int k = 0; k < operation.operands().size(); k++) {
                operands[3 * i + k] = layout.place(operation.operands().get(k));
            }
            enter(i, operation);
        }
    }

    @Override
    public void run() {
        for (int i = 0; i < fetched.length; i++) {
            numbers[fetchedTo[i]] = fetched[i].get(0);
        }
        if (rounded) {
            for (int i = 0; i < results.length; i++) {
                numbers[results[i]] = (float) value(i);
            }
        } else {
            for (int i = 0; i < results.length; i++) {
                numbers[results[i]] = value(i);
            }
        }
        for (int i = 0; i < stored.length; i++) {
            stored[i].set(0, numbers[storedFrom[i]]);
        }
    }

    private double value(int i) {
        Unary f1 = unary[i];
        if (f1 != null) {
            return f1.at(numbers[operands[3 * i]]);
        }
        Binary f2 = binary[i];
        if (f2 != null) {
            return f2.at(numbers[operands[3 * i]], numbers[operands[3 * i + 1]]);
        }
        Ternary f3 = ternary[i];
        return f3.at(numbers[operands[3 * i]], numbers[operands[3 * i + 1]], numbers[operands[3 * i + 2]]);
    }

    private void enter(int i, Scalar operation) {
        if (operation instanceof Scalar.Constant constant) {
            double value = constant.value();
            unary[i] = ignored -> value;
        } else if (operation instanceof Scalar.Of1 of) {
            unary[i] = of.f();
        } else if (operation instanceof Scalar.Of2 of) {
            binary[i] = of.f();
        } else if (operation instanceof Scalar.Of3 of) {
            ternary[i] = of.f();
        } else {
            throw new AssertionError(operation);
        }
    }

    /** Where the number of each buffer stands on the heap, and which are fetched and stored. */
    private static final class Layout {
        private final Map<Buffer, Integer> places = new HashMap<>();
        private final List<Buffer> fetched = new ArrayList<>();
        private final List<Buffer> stored = new ArrayList<>();

        Layout(List<Scalar> operations) {
            Set<Buffer> written = new HashSet<>();
            for (Scalar operation : operations) {
                for (Buffer operand : operation.operands()) {
                    if (!places.containsKey(operand)) {
                        fetched.add(operand);
                    }
                    place(operand);
                }
                place(operation.result());
                if (written.add(operation.result())) {
                    stored.add(operation.result());
                }
            }
        }

        int place(Buffer buffer) {
            return places.computeIfAbsent(buffer, b -> places.size());
        }

        int[] placesOf(List<Buffer> buffers) {
            return buffers.stream().mapToInt(this::place).toArray();
        }
    }
}
