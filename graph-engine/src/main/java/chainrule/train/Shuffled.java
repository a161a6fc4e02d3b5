package chainrule.train;

import chainrule.exec.Pass;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Source;
import chainrule.kernel.Buffer;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Settings;
import chainrule.tensor.Draws;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One data set as training takes it: in each epoch all examples once, in an order of its own, in batches of one size;
 * the last batch of an epoch holds what is left.
 */
final class Shuffled {
    private static final String BATCH = "batch";
    private static final String SEED = "shuffle_seed";

    /**
     * Where the taking of examples stands.
     *
     * @param generator its place before the order of this epoch was drawn
     * @param begin where in that order the batch at hand begins
     */
    record Place(long generator, int begin) {}

    private final Node node;
    private final Map<OutPort, Tensor> examples;
    private final int size;
    private final Draws draws;
    private final int count;
    private long epoch;
    private List<Integer> order = List.of();
    private int begin;

    private Shuffled(Node node, Map<OutPort, Tensor> examples, int size, long seed) {
        this.node = node;
        this.examples = examples;
        this.count = examples.values().iterator().next().shape().dim(0);
        this.size = Math.min(size, count);
        this.draws = new Draws(seed);
        shuffle();
    }

    /** The examples of a node; empty where it has none, or hands out all of them at once. */
    static Optional<Shuffled> of(Node node) {
        long size = number(node, BATCH);
        return node.type()
                .values()
                .filter(values -> size > 0)
                .map(values -> new Shuffled(
                        node, values.of(node.settings()), (int) Math.min(size, Integer.MAX_VALUE), number(node, SEED)));
    }

    NodeId id() {
        return node.id();
    }

    /** How many examples the batch at hand holds. */
    int rows() {
        return Math.min(size, count - begin);
    }

    /** How many examples the batches of an epoch hold, one after the other. */
    List<Integer> epochRows() {
        return IntStream.iterate(0, at -> at < count, at -> at + size)
                .map(at -> Math.min(size, count - at))
                .boxed()
                .toList();
    }

    /** Goes on to the next batch, and from the last of an epoch to the first of the next. */
    void next() {
        begin += size;
        if (begin >= count) {
            begin = 0;
            shuffle();
        }
    }

    /** Writes the batch at hand into a pass of that size. */
    void load(Pass pass) {
        examples.forEach((port, all) -> {
            Buffer rows = pass.overwritten(new Source(node.id(), port.name()));
            int width = all.size() / count;
            for (int row = 0; row < rows(); row++) {
                int example = order.get(begin + row);
                for (int i = 0; i < width; i++) {
                    rows.set((long) row * width + i, all.at(example * width + i));
                }
            }
        });
    }

    Place place() {
        return new Place(epoch, begin);
    }

    void restore(Place place) {
        draws.moveTo(place.generator());
        shuffle();
        begin = place.begin();
    }

    /** A source of a batch of so many examples, in place of the node. */
    Node holding(int rows) {
        Map<OutPort, Tensor> batch = new LinkedHashMap<>();
        examples.forEach((port, all) -> batch.put(port, Tensor.filled(withRows(all.shape(), rows), 0)));
        NodeType type = NodeType.named(node.type().id())
                .like(node.type())
                .outputs(node.type().outputs().toArray(OutPort[]::new))
                .values(node.type().formula(), settings -> batch)
                .build();
        return new Node(node.id(), type, Settings.none(), node.label());
    }

    private void shuffle() {
        epoch = draws.place();
        order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(order, draws);
    }

    private static Shape withRows(Shape shape, int rows) {
        int[] dims = IntStream.range(0, shape.rank()).map(shape::dim).toArray();
        dims[0] = rows;
        return Shape.of(dims);
    }

    private static long number(Node node, String name) {
        boolean known = node.type().param(name).isPresent();
        Literal given = node.settings().literals().get(name);
        return known && given instanceof Literal.Number number ? (long) number.value() : 0;
    }
}
