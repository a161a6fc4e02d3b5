package chainrule.op;

import chainrule.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Input shapes and settings at which a node type can be tried; tests fill them with random numbers off kinks and ties.
 *
 * @param shapes by slot name, in order
 * @param low least number to draw
 * @param high greatest number to draw
 */
public record Example(Map<String, Shape> shapes, Settings settings, double low, double high) {
    public Example {
        shapes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
    }
}
