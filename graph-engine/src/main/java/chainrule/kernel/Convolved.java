package chainrule.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A convolution, and what is done with each of its images while that is still in the processor's cache: activations and
 * pooling.
 */
final class Convolved implements Kernel {
    /**
     * The images of one thread.
     *
     * @param products the convolution, whose images are counted from the first of these on
     */
    record Share(Together.Range images, OnImages.Work products) {}

    /**
     * The convolution by itself.
     *
     * @param reads what it reads
     */
    record Products(Team team, int batch, List<Share> shares, List<Buffer> reads) {}

    private final Products products;
    private final Buffer result;
    private final List<OnImages> after;
    private final Kernel kernel;

    Convolved(Products products, Buffer result) {
        this(products, result, List.of());
    }

    private Convolved(Products products, Buffer result, List<OnImages> after) {
        this.products = products;
        this.result = result;
        this.after = List.copyOf(after);
        this.kernel = Together.of(
                products.team, products.shares.stream().map(this::kernel).toList());
    }

    /** This and then another kernel, image by image; empty where that goes its own way. */
    Optional<Convolved> with(Kernel next) {
        if (next instanceof Pooled pooled
                && !after.isEmpty()
                && after.get(after.size() - 1) instanceof Pointwise last) {
            Optional<Pooled> joined = pooled.after(last);
            if (joined.isPresent()) {
                return Optional.of(new Convolved(products, result, replaced(joined.get())));
            }
        }
        return next instanceof OnImages images && takes(images)
                ? Optional.of(new Convolved(products, result, added(images)))
                : Optional.empty();
    }

    /** Whether a kernel goes on with what the last one wrote, and leaves alone what the convolution reads. */
    private boolean takes(OnImages next) {
        Buffer written = after.isEmpty() ? result : after.get(after.size() - 1).result();
        return next.follows(written, products.batch) && products.reads.stream().noneMatch(next.result()::overlaps);
    }

    private List<OnImages> added(OnImages next) {
        List<OnImages> all = new ArrayList<>(after);
        all.add(next);
        return all;
    }

    private List<OnImages> replaced(OnImages last) {
        List<OnImages> all = new ArrayList<>(after.subList(0, after.size() - 1));
        all.add(last);
        return all;
    }

    @Override
    public void run() {
        kernel.run();
    }

    private Kernel kernel(Share share) {
        OnImages.Work[] works =
                after.stream().map(each -> each.work(products.batch)).toArray(OnImages.Work[]::new);
        OnImages.Work first = share.products;
        int from = share.images.from();
        int to = share.images.to();
        if (works.length == 0) {
            return () -> first.run(0, to - from);
        }
        return () -> {
            for (int image = from; image < to; image++) {
                first.run(image - from, image - from + 1);
                for (OnImages.Work work : works) {
                    work.run(image, image + 1);
                }
            }
        };
    }
}
