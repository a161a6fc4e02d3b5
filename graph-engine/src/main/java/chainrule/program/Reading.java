package chainrule.program;

import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of a text that was read as a program. */
public sealed interface Reading {
    /**
     * A graph.
     *
     * @param lines where each node stands, from 0
     */
    record Understood(Graph graph, Map<NodeId, Integer> lines) implements Reading {
        public Understood {
            lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
        }
    }

    /** Mistakes, at least one, by line. */
    record Refused(List<Mistake> mistakes) implements Reading {
        public Refused {
            mistakes = List.copyOf(mistakes);
        }
    }
}
