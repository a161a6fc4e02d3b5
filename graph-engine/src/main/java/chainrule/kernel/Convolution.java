package chainrule.kernel;

import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The kernels of a convolution: one matrix product for each row of the filters, on an {@link Expansion} of each image. */
final class Convolution {
    /** Multiplications from which on it pays to share a convolution among threads. */
    private static final double SHARED_FROM = 2e5;

    private final Filter filter;
    private final Kernels k;
    private final Team team;

    Convolution(Filter filter, Kernels k, Team team) {
        this.filter = filter;
        this.k = k;
        this.team = filter.multiplications() < SHARED_FROM ? new Team(1) : team;
    }

    /** y = b + x · W where the filters stand; b may be missing. */
    Kernel forward(Buffer x, Buffer w, @Nullable Buffer b, Buffer y) {
        Buffer packed = scratch(w.size());
        Kernel pack = k.gather(w, packing(false), packed);
        List<Convolved.Share> shares = new ArrayList<>();
        for (Together.Range images : Together.ranges(team, filter.batch(), 1)) {
            Images part = new Part(images, filter.batch()).of(filter, x, y);
            shares.add(new Convolved.Share(images, products(part, packed, b)));
        }
        List<Buffer> reads = b == null ? List.of(x, packed) : List.of(x, packed, b);
        return Kernel.sequence(pack, new Convolved(new Convolved.Products(team, filter.batch(), shares, reads), y));
    }

    /** x = the gradient that comes back to the image from that of y. */
    Kernel back(Buffer grad, Buffer w, Buffer x) {
        Buffer packed = scratch(w.size());
        Kernel pack = k.gather(w, packing(filter.dense()), packed);
        return filter.dense()
                ? Kernel.sequence(
                        pack, shared(part -> part.all(products(part.of(filter.turned(), grad, x), packed, null))))
                : Kernel.sequence(pack, k.fill(0, x), shared(part -> folded(part.of(filter, x, grad), packed)));
    }

    /** w = the gradient of the filters from the image and the gradient of y: a sum for each thread, added up. */
    Kernel weights(Buffer x, Buffer grad, Buffer w) {
        List<Buffer> sums = new ArrayList<>();
        Kernel parts = shared(part -> {
            Buffer sum = scratch(w.size());
            sums.add(sum);
            return Kernel.sequence(k.fill(0, sum), correlated(part.of(filter, x, grad), sum));
        });
        List<Kernel> all = new ArrayList<>(List.of(parts));
        sums.subList(1, sums.size()).forEach(sum -> all.add(Kernels.accumulate(sum, sums.get(0))));
        all.add(k.place(sums.get(0), packing(false), w));
        return Kernel.sequence(all.toArray(Kernel[]::new));
    }

    /** Some images of a batch. */
    private record Part(Together.Range images, int batch) {
        Images of(Filter filter, Buffer x, Buffer y) {
            return new Images(filter.on(images.length()), part(x), part(y));
        }

        Kernel all(OnImages.Work work) {
            return () -> work.run(0, images.length());
        }

        private Buffer part(Buffer whole) {
            int each = Math.toIntExact(whole.size() / batch);
            return images.length() == batch
                    ? whole
                    : whole.part((long) images.from() * each, Shape.of(images.length() * each));
        }
    }

    /** Filters, the images that they slide over, and the places of their results. */
    private record Images(Filter filter, Buffer x, Buffer y) {}

    /** Each thread takes some of the images. */
    private Kernel shared(Function<Part, Kernel> kernel) {
        return Together.cut(team, filter.batch(), 1, images -> kernel.apply(new Part(images, filter.batch())));
    }

    private OnImages.Work products(Images on, Buffer packed, @Nullable Buffer bias) {
        Filter f = on.filter;
        Expansion expansion = new Expansion(f, on.x);
        Buffer laid = scratch(expansion.size());
        Panel a = new Panel(packed, f.weightsOfRow(), false);
        Panel b = new Panel(laid, expansion.leading(), false);
        Panel c = new Panel(on.y, f.steps(), false);
        return new Tiles(f, expansion, steps -> new Product(f.filtersEach(), steps, f.weightsOfRow()))
                .work(
                        tile -> {
                            expansion.layOut(on.x, tile.ofImage(), tile.first(), laid);
                            if (bias != null) {
                                tile.repeat(bias, on.y);
                            }
                            for (int row = 0; row < f.rows().kernel(); row++) {
                                Panel weights = a.at(tile.ofWeights(row));
                                tile.product()
                                        .run(
                                                weights,
                                                b.at(expansion.start(row)),
                                                bias != null || row > 0,
                                                c.at(tile.ofSteps()));
                            }
                        },
                        laid.stop());
    }

    private Kernel folded(Images on, Buffer packed) {
        Filter f = on.filter;
        Expansion expansion = new Expansion(f, on.x);
        Buffer laid = scratch(expansion.size());
        Panel a = new Panel(packed, f.weightsOfRow(), true);
        Panel b = new Panel(on.y, f.steps(), false);
        Panel c = new Panel(laid, expansion.leading(), false);
        return new Tiles(f, expansion, steps -> new Product(f.weightsOfRow(), steps, f.filtersEach()))
                .kernel(
                        tile -> {
                            laid.fill(0);
                            for (int row = 0; row < f.rows().kernel(); row++) {
                                Panel weights = a.at(tile.ofWeights(row));
                                tile.product().run(weights, b.at(tile.ofSteps()), true, c.at(expansion.start(row)));
                            }
                            expansion.fold(laid, tile.first(), on.x, tile.ofImage());
                        },
                        laid.stop());
    }

    private Kernel correlated(Images on, Buffer packed) {
        Filter f = on.filter;
        Expansion expansion = new Expansion(f, on.x);
        Buffer laid = scratch(expansion.size());
        Panel a = new Panel(on.y, f.steps(), false);
        Panel b = new Panel(laid, expansion.leading(), true);
        Panel c = new Panel(packed, f.weightsOfRow(), false);
        return new Tiles(f, expansion, steps -> new Product(f.filtersEach(), f.weightsOfRow(), steps))
                .kernel(
                        tile -> {
                            expansion.layOut(on.x, tile.ofImage(), tile.first(), laid);
                            for (int row = 0; row < f.rows().kernel(); row++) {
                                Panel weights = c.at(tile.ofWeights(row));
                                tile.product().run(a.at(tile.ofSteps()), b.at(expansion.start(row)), true, weights);
                            }
                        },
                        laid.stop());
    }

    /**
     * Where each weight of a row of kernels comes from: row by row of the kernel the weights of all filters, or, for
     * filters that are {@link Filter#turned turned}, of all channels.
     */
    private int[] packing(boolean turned) {
        int height = filter.rows().kernel();
        int width = filter.columns().kernel();
        int filters = filter.filtersEach();
        int channels = filter.channelsEach();
        int area = height * width;
        int[] from = new int[filter.filters() * channels * area];
        int at = 0;
        for (int row = 0; row < height; row++) {
            for (int block = 0; block < filter.groups(); block++) {
                for (int i = 0; i < (turned ? channels : filters); i++) {
                    for (int j = 0; j < (turned ? filters : channels); j++) {
                        int o = block * filters + (turned ? j : i);
                        int start = (o * channels + (turned ? i : j)) * area;
                        for (int column = 0; column < width; column++) {
                            int place = row * width + column;
                            from[at++] = start + (turned ? area - 1 - place : place);
                        }
                    }
                }
            }
        }
        return from;
    }

    private Buffer scratch(long size) {
        return k.scratch(Shape.of(Math.toIntExact(size)));
    }
}
