package chainrule.health;

import chainrule.graph.Source;
import java.util.List;

/**
 * A state as it is carried from step to step of an unrolled network, or from layer to layer of one that repeats itself.
 *
 * @param states the outputs that are the state, the first step first; at least two
 */
public record Chain(List<Source> states) {
    public Chain {
        states = List.copyOf(states);
        if (states.size() < 2) {
            throw new IllegalArgumentException("a chain of " + states);
        }
    }

    public Source first() {
        return states.get(0);
    }

    public Source last() {
        return states.get(states.size() - 1);
    }
}
