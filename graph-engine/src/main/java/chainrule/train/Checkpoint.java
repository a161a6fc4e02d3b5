package chainrule.train;

import chainrule.exec.Remembered;
import chainrule.graph.NodeId;
import chainrule.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A moment between two steps of a training: from here it goes on to the same bits, as often as one likes. */
public final class Checkpoint {
    /** What an object of this kind takes beside its numbers, roughly: its own fields, and each array with its holder. */
    private static final long FIELDS = 256;

    private static final long EACH_ARRAY = 96;

    private final int done;
    private final Map<NodeId, Tensor> parameters;
    private final List<double[][]> moments;
    private final Remembered remembered;
    private final List<Shuffled.Place> places;

    /**
     * @param done how many steps are done
     * @param parameters those that learn
     * @param moments what the optimiser remembers of them, a copy of its own
     * @param remembered what the nodes remember for the next pass, its masks among it
     * @param places where the epochs of the data sets are
     */
    Checkpoint(
            int done,
            Map<NodeId, Tensor> parameters,
            List<double[][]> moments,
            Remembered remembered,
            List<Shuffled.Place> places) {
        this.done = done;
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        this.moments = List.copyOf(moments);
        this.remembered = remembered;
        this.places = List.copyOf(places);
    }

    /** How many steps are done. */
    public int done() {
        return done;
    }

    /** The parameters that learn, as the next step finds them. */
    public Map<NodeId, Tensor> parameters() {
        return parameters;
    }

    /** What the nodes remember for the next step. */
    public Remembered remembered() {
        return remembered;
    }

    /** The bytes that it takes. */
    public long bytes() {
        long numbers = remembered.size() + 2L * places.size();
        long arrays = parameters.size();
        for (Tensor value : parameters.values()) {
            numbers += value.size();
        }
        for (double[][] together : moments) {
            for (double[] moment : together) {
                numbers += moment.length;
                arrays++;
            }
        }
        return FIELDS + arrays * EACH_ARRAY + numbers * Double.BYTES;
    }

    List<double[][]> moments() {
        return moments;
    }

    List<Shuffled.Place> places() {
        return places;
    }
}
