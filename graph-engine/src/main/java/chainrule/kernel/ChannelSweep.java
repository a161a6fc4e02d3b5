package chainrule.kernel;

import chainrule.tensor.Precision;
import java.util.function.IntToDoubleFunction;

/**
 * Goes through a batch in blocks in which numbers that belong to channels can be used element by element: where channels
 * are long, channel by channel with the number repeated; where they are short, all channels of an example at once.
 */
final class ChannelSweep {
    /** Channels of so many elements are swept one by one. */
    private static final int LONG = 256;
    /** Elements from which on it pays to share them among threads. */
    private static final long SHARED_FROM = 1 << 14;

    private final Planes planes;
    private final Precision precision;
    private final boolean together;
    private final int length;

    private final Together.Range channels;

    ChannelSweep(Planes planes, Together.Range channels, Precision precision) {
        this.planes = planes;
        this.channels = channels;
        this.precision = precision;
        this.together = planes.size() < LONG;
        this.length = together ? planes.channels() * planes.size() : Math.min(planes.size(), Blocks.LENGTH);
    }

    /** Some of the channels for each thread, where they are swept one by one and that pays. */
    static Kernel shared(Planes planes, Buffer x, Together.Cut kernel) {
        boolean alone = planes.size() < LONG || x.size() < SHARED_FROM;
        return alone
                ? kernel.kernel(new Together.Range(0, planes.channels()))
                : Together.cut(x.team(), planes.channels(), 1, kernel);
    }

    /** Arrays in which numbers of channels are repeated, or summed element by element: one for each block. */
    Staging[] arrays() {
        Staging[] result = new Staging[(length + Blocks.LENGTH - 1) / Blocks.LENGTH];
        java.util.Arrays.setAll(result, i -> block());
        return result;
    }

    Staging block() {
        return Staging.of(precision, Math.min(length, Blocks.LENGTH));
    }

    /** What is done with a block. */
    interface Visit {
        /**
         * @param start where the block begins in the batch
         * @param at which of the arrays that belong to channels goes with it
         */
        void block(long start, int at, int n);
    }

    /** Before and behind the blocks of the channels from the first to behind the last. */
    interface Turn {
        void channels(int first, int end);
    }

    /** Once through all examples of some channels. */
    record Pass(Turn before, Visit visit, Turn behind) {}

    /** Takes some passes through the same channels before it comes to the next, so that those may stay in a cache. */
    void run(Pass... passes) {
        int groups = together ? 1 : channels.to();
        int each = together ? planes.channels() : 1;
        for (int group = channels.from(); group < groups; group++) {
            for (Pass pass : passes) {
                pass.before.channels(group * each, (group + 1) * each);
                for (int n = 0; n < planes.batch(); n++) {
                    example(((long) n * planes.channels() + group) * planes.size(), each * planes.size(), pass.visit);
                }
                pass.behind.channels(group * each, (group + 1) * each);
            }
        }
    }

    /** Repeats the number of each channel. */
    void repeat(IntToDoubleFunction numbers, int first, int end, Staging[] to) {
        if (!together) {
            to[0].fill(0, length, numbers.applyAsDouble(first));
            return;
        }
        for (int i = first * planes.size(); i < end * planes.size(); i++) {
            to[i / Blocks.LENGTH].set(i % Blocks.LENGTH, numbers.applyAsDouble(i / planes.size()));
        }
    }

    void clear(Staging[] arrays) {
        for (Staging array : arrays) {
            array.clear(array.length());
        }
    }

    /** The sum of a channel, from arrays in which it was gathered element by element. */
    double sum(Staging[] gathered, int channel) {
        int at = together ? channel * planes.size() : 0;
        double sum = 0;
        for (int i = at; i < at + (together ? planes.size() : length); i++) {
            sum += gathered[i / Blocks.LENGTH].at(i % Blocks.LENGTH);
        }
        return sum;
    }

    private void example(long start, int size, Visit visit) {
        for (int done = 0; done < size; done += Blocks.LENGTH) {
            int n = Math.min(Blocks.LENGTH, size - done);
            visit.block(start + done, together ? done / Blocks.LENGTH : 0, n);
        }
    }
}
