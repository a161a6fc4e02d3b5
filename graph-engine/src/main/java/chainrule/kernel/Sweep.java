package chainrule.kernel;

import chainrule.tensor.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Many element-wise operations as one kernel. A block of each operand is read, passes through all operations in arrays
 * on the heap, which stay in the processor's cache, and what is wanted of it is written; then the next block. The
 * numbers are those of the operations run one after the other.
 */
public final class Sweep implements Kernel {
    /** Operations times elements from which on it pays to share a sweep among threads. */
    private static final long SHARED_FROM = 1 << 15;

    /** One operation on blocks. */
    interface Operation {
        /**
         * @param r the registers
         * @param from the place of the block
         * @param n its length
         */
        void floats(float[][] r, int from, int n);

        void doubles(double[][] r, int from, int n);
    }

    private final Operation[] operations;
    private final Together.Range range;
    private final int registers;
    private final Buffer any;

    private Sweep(Operation[] operations, Together.Range range, int registers, Buffer any) {
        this.operations = operations;
        this.range = range;
        this.registers = registers;
        this.any = any;
        if (any.precision() == Precision.FLOAT) {
            any.blocks().registers().floats(registers);
        } else {
            any.blocks().registers().doubles(registers);
        }
    }

    /**
     * A sweep over so many elements.
     *
     * @param any a buffer of the memory that it works on
     */
    public static Draft over(long size, Buffer any) {
        return new Draft(Math.toIntExact(size), any);
    }

    @Override
    public void run() {
        run(range.from(), range.to());
    }

    /** Sweeps over some of the elements. */
    void run(int first, int end) {
        if (any.precision() == Precision.FLOAT) {
            runFloats(any.blocks().registers().floats(registers), first, end);
        } else {
            runDoubles(any.blocks().registers().doubles(registers), first, end);
        }
    }

    private void runFloats(float[][] floats, int first, int end) {
        for (int from = first; from < end; from += Registers.LENGTH) {
            any.stop().check(from - first);
            int n = Math.min(Registers.LENGTH, end - from);
            for (Operation operation : operations) {
                operation.floats(floats, from, n);
            }
        }
    }

    private void runDoubles(double[][] doubles, int first, int end) {
        for (int from = first; from < end; from += Registers.LENGTH) {
            any.stop().check(from - first);
            int n = Math.min(Registers.LENGTH, end - from);
            for (Operation operation : operations) {
                operation.doubles(doubles, from, n);
            }
        }
    }

    /** A value inside a sweep that is being drafted: what was read, or what an operation gave. */
    public static final class Value {
        private final int made;
        private final @Nullable Term term;
        private int lastUse;

        private Value(int made, @Nullable Term term) {
            this.made = made;
            this.term = term;
            this.lastUse = made;
        }

        private Term term() {
            return Objects.requireNonNull(term, "a value of a sweep by loops");
        }
    }

    /** A sweep that is being drafted, operation by operation. */
    public static final class Draft {
        private interface Maker {
            Operation operation(int[] registers);
        }

        private record Entry(Maker maker, @Nullable Value result, List<Value> operands) {}

        private final int size;
        private final Buffer any;
        private final List<Entry> entries = new ArrayList<>();
        private final @Nullable Worksheet sheet;

        private Draft(int size, Buffer any) {
            this.size = size;
            this.any = any;
            this.sheet = any.byOperations() ? new Worksheet(any) : null;
        }

        public Value read(Buffer buffer) {
            return read(View.of(buffer));
        }

        public Value read(View view) {
            if (sheet != null) {
                return new Value(0, sheet.copied(view, size));
            }
            return value(r -> new Reading(view, r[0]), List.of());
        }

        public Value map(Unary f, Value x) {
            if (sheet != null) {
                return new Value(0, f.on(x.term()));
            }
            return value(r -> new Mapping(f.loop(), r[1], r[0], any), List.of(x));
        }

        public Value zip(Binary f, Value a, Value b) {
            if (sheet != null) {
                return new Value(0, f.on(a.term(), b.term()));
            }
            return value(r -> new Zipping(f.loop(), r[1], r[2], r[0], any), List.of(a, b));
        }

        public Value zip(Ternary f, Value a, Value b, Value c) {
            if (sheet != null) {
                return new Value(0, f.on(a.term(), b.term(), c.term()));
            }
            return value(r -> new Zipping3(f.loop(), new int[] {r[1], r[2], r[3]}, r[0]), List.of(a, b, c));
        }

        public Draft write(Value value, Buffer buffer) {
            return write(value, View.of(buffer));
        }

        public Draft write(Value value, View view) {
            if (sheet != null) {
                sheet.write(value.term(), view, size);
                return this;
            }
            use(List.of(value));
            entries.add(new Entry(r -> new Writing(view, r[0]), null, List.of(value)));
            return this;
        }

        /** The sweep; values that are done with make room for others. */
        public Kernel kernel() {
            return sheet != null ? sheet.kernel() : shared(sweep());
        }

        /** The whole sweep on one thread. */
        Sweep sweep() {
            int[] registers = new int[entries.size()];
            List<Integer> free = new ArrayList<>();
            int count = 0;
            List<Operation> operations = new ArrayList<>();
            for (int at = 0; at < entries.size(); at++) {
                Entry entry = entries.get(at);
                List<Integer> used = new ArrayList<>();
                for (Value operand : entry.operands) {
                    used.add(registers[operand.made]);
                    if (operand.lastUse == at && !free.contains(registers[operand.made])) {
                        free.add(registers[operand.made]);
                    }
                }
                if (entry.result != null) {
                    registers[at] = free.isEmpty() ? count++ : free.remove(free.size() - 1);
                    used.add(0, registers[at]);
                }
                operations.add(entry.maker.operation(
                        used.stream().mapToInt(Integer::intValue).toArray()));
            }
            return new Sweep(operations.toArray(Operation[]::new), new Together.Range(0, size), count, any);
        }

        /** Long sweeps over much are shared among threads. */
        private Kernel shared(Sweep whole) {
            boolean alone = (long) whole.operations.length * size < SHARED_FROM;
            return alone
                    ? whole
                    : Together.cut(
                            any.team(),
                            size,
                            Registers.LENGTH,
                            range -> new Sweep(whole.operations, range, whole.registers, any));
        }

        private Value value(Maker maker, List<Value> operands) {
            use(operands);
            Value result = new Value(entries.size(), null);
            entries.add(new Entry(maker, result, operands));
            return result;
        }

        private void use(List<Value> operands) {
            operands.forEach(operand -> operand.lastUse = entries.size());
        }
    }

    private record Reading(View view, int to) implements Operation {
        @Override
        public void floats(float[][] r, int from, int n) {
            view.read(from, r[to], n);
        }

        @Override
        public void doubles(double[][] r, int from, int n) {
            view.read(from, r[to], n);
        }
    }

    private record Writing(View view, int value) implements Operation {
        @Override
        public void floats(float[][] r, int from, int n) {
            view.write(from, r[value], n);
        }

        @Override
        public void doubles(double[][] r, int from, int n) {
            view.write(from, r[value], n);
        }
    }

    private record Mapping(Unary f, int x, int y, Buffer any) implements Operation {
        @Override
        public void floats(float[][] r, int from, int n) {
            f.each(r[x], r[y], n, any.blocks());
        }

        @Override
        public void doubles(double[][] r, int from, int n) {
            f.each(r[x], r[y], n);
        }
    }

    private record Zipping(Binary f, int a, int b, int y, Buffer any) implements Operation {
        @Override
        public void floats(float[][] r, int from, int n) {
            f.each(r[a], r[b], r[y], n, any.blocks());
        }

        @Override
        public void doubles(double[][] r, int from, int n) {
            f.each(r[a], r[b], r[y], n);
        }
    }

    private record Zipping3(Ternary f, int[] in, int y) implements Operation {
        @Override
        public void floats(float[][] r, int from, int n) {
            float[] a = r[in[0]];
            float[] b = r[in[1]];
            float[] c = r[in[2]];
            float[] result = r[y];
            for (int i = 0; i < n; i++) {
                result[i] = (float) f.at(a[i], b[i], c[i]);
            }
        }

        @Override
        public void doubles(double[][] r, int from, int n) {
            double[] a = r[in[0]];
            double[] b = r[in[1]];
            double[] c = r[in[2]];
            double[] result = r[y];
            for (int i = 0; i < n; i++) {
                result[i] = f.at(a[i], b[i], c[i]);
            }
        }
    }
}
