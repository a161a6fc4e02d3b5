package chainrule.kernel;

import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Goes over the tiles of every group of every image of a batch; where it stands is read while it runs. */
final class Tiles {
    private final Filter filter;
    private final int height;
    private final Product whole;
    private final Product rest;
    private int image;
    private int group;
    private int first;

    /**
     * @param products the matrix product of a tile, by its steps
     */
    Tiles(Filter filter, Expansion expansion, IntFunction<Product> products) {
        this.filter = filter;
        this.height = expansion.tile();
        int width = filter.columns().steps();
        this.whole = products.apply(height * width);
        int left = filter.rows().steps() % height;
        this.rest = products.apply((left == 0 ? height : left) * width);
    }

    Kernel kernel(Consumer<Tiles> visit, Stop stop) {
        OnImages.Work all = work(visit, stop);
        return () -> all.run(0, filter.batch());
    }

    OnImages.Work work(Consumer<Tiles> visit, Stop stop) {
        return (from, to) -> {
            for (image = from; image < to; image++) {
                for (group = 0; group < filter.groups(); group++) {
                    for (first = 0; first < filter.rows().steps(); first += height) {
                        stop.check();
                        visit.accept(this);
                    }
                }
            }
        };
    }

    /** Gives every step of this tile the number of its filter. */
    void repeat(Buffer bias, Buffer y) {
        int steps = Math.min(height, filter.rows().steps() - first)
                * filter.columns().steps();
        for (int i = 0; i < filter.filtersEach(); i++) {
            double value = bias.get((long) group * filter.filtersEach() + i);
            y.fill(ofSteps() + (long) i * filter.steps(), steps, value);
        }
    }

    /** The first row of steps of this tile. */
    int first() {
        return first;
    }

    Product product() {
        return first + height > filter.rows().steps() ? rest : whole;
    }

    /** Where the channels of this image and group begin. */
    long ofImage() {
        return ((long) image * filter.channels() + (long) group * filter.channelsEach()) * filter.plane();
    }

    /** Where the steps of this tile begin in the part of this image and group's first filter. */
    long ofSteps() {
        long part = (long) image * filter.filters() + (long) group * filter.filtersEach();
        return part * filter.steps() + (long) first * filter.columns().steps();
    }

    /** Where the packed weights of this group begin, for one row of the kernel. */
    long ofWeights(int row) {
        return ((long) row * filter.filters() + (long) group * filter.filtersEach()) * filter.weightsOfRow();
    }
}
