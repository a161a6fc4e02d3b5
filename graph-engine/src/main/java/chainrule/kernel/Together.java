package chainrule.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** Kernels none of which reads what another writes, shared by the threads of a {@link Team}. */
public final class Together implements Kernel, Team.Work {
    private final Team team;
    private final Kernel[] kernels;

    private Together(Team team, List<Kernel> kernels) {
        this.team = team;
        this.kernels = kernels.toArray(Kernel[]::new);
    }

    /** These kernels at once, or one after the other where the team is a single thread. */
    static Kernel of(Team team, List<Kernel> kernels) {
        return team.size() == 1 || kernels.size() == 1
                ? Kernel.sequence(kernels.toArray(Kernel[]::new))
                : new Together(team, kernels);
    }

    /**
     * These kernels, one after the other on each thread.
     *
     * @param written a buffer of the memory that they work on
     */
    public static Kernel of(Buffer written, Kernel... kernels) {
        return cut(
                written.team(),
                kernels.length,
                1,
                some -> Kernel.sequence(Arrays.copyOfRange(kernels, some.from(), some.to())));
    }

    /** A range that is cut into equal parts. */
    record Range(int from, int to) {
        int length() {
            return to - from;
        }
    }

    /** A kernel for each part of a range, as many as there are threads. */
    interface Cut {
        Kernel kernel(Range range);
    }

    /**
     * Work on a range, cut so that each thread has a part.
     *
     * @param step every cut falls on a multiple of this
     */
    static Kernel cut(Team team, int length, int step, Cut cut) {
        List<Kernel> kernels = new ArrayList<>();
        ranges(team, length, step).forEach(range -> kernels.add(cut.kernel(range)));
        return of(team, kernels);
    }

    /** Equal parts of a range, one for each thread. */
    static List<Range> ranges(Team team, int length, int step) {
        int steps = (length + step - 1) / step;
        int parts = Math.max(1, Math.min(team.size(), steps));
        IntFunction<Integer> bound = i -> Math.min(length, (int) ((long) steps * i / parts) * step);
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            ranges.add(new Range(bound.apply(i), bound.apply(i + 1)));
        }
        return ranges;
    }

    @Override
    public void run() {
        team.run(kernels.length, this);
    }

    @Override
    public void part(int part) {
        kernels[part].run();
    }
}
