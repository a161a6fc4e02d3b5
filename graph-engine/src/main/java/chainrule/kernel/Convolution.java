package chainrule.kernel;

import chainrule.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** The kernels of a convolution: one matrix product for each row of the filters, on an {@link Expansion} of each image. */
final class Convolution {
    private final Filter filter;
    private final Kernels k;

    Convolution(Filter filter, Kernels k) {
        this.filter = filter;
        this.k = k;
    }

    /** y = b + x · W where the filters stand; b may be missing. */
    Kernel forward(Buffer x, Buffer w, @Nullable Buffer b, Buffer y) {
        Buffer packed = scratch(w.size());
        Kernel pack = k.gather(w, packing(false), packed);
        Kernel products = products(filter, x, packed, b != null, y);
        return b == null ? Kernel.sequence(pack, products) : Kernel.sequence(pack, repeat(b, y), products);
    }

    /** x = the gradient that comes back to the image from that of y. */
    Kernel back(Buffer grad, Buffer w, Buffer x) {
        Buffer packed = scratch(w.size());
        Kernel pack = k.gather(w, packing(filter.dense()), packed);
        return filter.dense()
                ? Kernel.sequence(pack, products(filter.turned(), grad, packed, false, x))
                : Kernel.sequence(pack, k.fill(0, x), folded(grad, packed, x));
    }

    /** w = the gradient of the filters from the image and the gradient of y. */
    Kernel weights(Buffer x, Buffer grad, Buffer w) {
        Buffer packed = scratch(w.size());
        Kernel unpack = k.place(packed, packing(false), w);
        return Kernel.sequence(k.fill(0, packed), correlated(x, grad, packed), unpack);
    }

    /** y = one number of b for each filter, at every step. */
    private Kernel repeat(Buffer b, Buffer y) {
        int steps = filter.steps();
        return () -> {
            for (int i = 0; i < filter.batch() * filter.filters(); i++) {
                y.fill((long) i * steps, steps, b.get(i % filter.filters()));
            }
        };
    }

    private Kernel products(Filter f, Buffer x, Buffer packed, boolean adding, Buffer y) {
        Expansion expansion = new Expansion(f, x);
        Buffer laid = scratch(expansion.size());
        Panel a = new Panel(packed, f.weightsOfRow(), false);
        Panel b = new Panel(laid, expansion.leading(), false);
        Panel c = new Panel(y, f.steps(), false);
        return new Tiles(f, expansion, steps -> new Product(f.filtersEach(), steps, f.weightsOfRow()))
                .kernel(
                        tile -> {
                            expansion.layOut(x, tile.ofImage(), tile.first(), laid);
                            for (int row = 0; row < f.rows().kernel(); row++) {
                                Panel weights = a.at(tile.ofWeights(row));
                                tile.product()
                                        .run(
                                                weights,
                                                b.at(expansion.start(row)),
                                                adding || row > 0,
                                                c.at(tile.ofSteps()));
                            }
                        },
                        laid.stop());
    }

    private Kernel folded(Buffer grad, Buffer packed, Buffer x) {
        Filter f = filter;
        Expansion expansion = new Expansion(f, x);
        Buffer laid = scratch(expansion.size());
        Panel a = new Panel(packed, f.weightsOfRow(), true);
        Panel b = new Panel(grad, f.steps(), false);
        Panel c = new Panel(laid, expansion.leading(), false);
        return new Tiles(f, expansion, steps -> new Product(f.weightsOfRow(), steps, f.filtersEach()))
                .kernel(
                        tile -> {
                            laid.fill(0);
                            for (int row = 0; row < f.rows().kernel(); row++) {
                                Panel weights = a.at(tile.ofWeights(row));
                                tile.product().run(weights, b.at(tile.ofSteps()), true, c.at(expansion.start(row)));
                            }
                            expansion.fold(laid, tile.first(), x, tile.ofImage());
                        },
                        laid.stop());
    }

    private Kernel correlated(Buffer x, Buffer grad, Buffer packed) {
        Filter f = filter;
        Expansion expansion = new Expansion(f, x);
        Buffer laid = scratch(expansion.size());
        Panel a = new Panel(grad, f.steps(), false);
        Panel b = new Panel(laid, expansion.leading(), true);
        Panel c = new Panel(packed, f.weightsOfRow(), false);
        return new Tiles(f, expansion, steps -> new Product(f.filtersEach(), f.weightsOfRow(), steps))
                .kernel(
                        tile -> {
                            expansion.layOut(x, tile.ofImage(), tile.first(), laid);
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
