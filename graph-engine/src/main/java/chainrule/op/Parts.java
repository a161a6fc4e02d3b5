package chainrule.op;

import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is inside a node that is made of others, at the shapes that reach it: the parts, each after those that feed it,
 * the wires between them, and which of their outputs are the outputs of the whole.
 */
public final class Parts {
    /** Finds the parts from the shapes and settings of a node; throws a {@link ShapeProblem} where they do not fit. */
    @FunctionalInterface
    public interface Rule {
        Parts parts(Shapes in);
    }

    /** One inner node. */
    public record Part(String name, NodeType type, Settings settings) {}

    /** Where an inner value comes from. */
    public sealed interface End {
        /** An output of a part. */
        record Inner(String part, String port) implements End {}

        /** An input of the whole, by its slot. */
        record Outer(String slot) implements End {}
    }

    /** What feeds one slot of a part. */
    public record Wire(End from, String part, String slot) {}

    private final List<Part> parts;
    private final List<Wire> wires;
    private final Map<String, Part> byName = new HashMap<>();
    private final Map<String, End> outputs;
    private final Map<String, List<Wire>> into = new HashMap<>();
    private final Map<End, List<Wire>> outOf = new HashMap<>();
    private final Map<End, Shape> shapes;
    private final int size;

    Parts(Assembly assembly, Map<String, End> outputs) {
        this.parts = List.copyOf(assembly.parts());
        this.wires = List.copyOf(assembly.wires());
        this.outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        this.shapes = Map.copyOf(assembly.shapes());
        this.size = assembly.size();
        parts.forEach(part -> byName.put(part.name(), part));
        for (Wire wire : wires) {
            into.computeIfAbsent(wire.part(), k -> new ArrayList<>(2)).add(wire);
            outOf.computeIfAbsent(wire.from(), k -> new ArrayList<>(2)).add(wire);
        }
    }

    /** The inner nodes, each after those that feed it. */
    public List<Part> parts() {
        return parts;
    }

    /** The part of a name. */
    public Part part(String name) {
        Part part = byName.get(name);
        if (part == null) {
            throw new IllegalArgumentException("there is no part " + name);
        }
        return part;
    }

    public List<Wire> wires() {
        return wires;
    }

    /** The wires into one part, in the order of its ports. */
    public List<Wire> into(String part) {
        return Collections.unmodifiableList(into.getOrDefault(part, List.of()));
    }

    /** The wires that leave an inner output or an input of the whole. */
    public List<Wire> outOf(End end) {
        return Collections.unmodifiableList(outOf.getOrDefault(end, List.of()));
    }

    /** What each output of the whole is, by port. */
    public Map<String, End> outputs() {
        return outputs;
    }

    public Shape shape(End end) {
        Shape shape = shapes.get(end);
        if (shape == null) {
            throw new IllegalArgumentException("there is no " + end);
        }
        return shape;
    }

    /** The shapes of the outputs of the whole, a node of this type; outputs that its settings do not give are left out. */
    Map<OutPort, Shape> shapes(NodeType type) {
        Map<OutPort, Shape> result = new LinkedHashMap<>();
        for (OutPort port : type.outputs()) {
            End end = outputs.get(port.name());
            if (end != null) {
                result.put(port, shape(end));
            }
        }
        return result;
    }

    /** How many nodes there are when all blocks inside are opened too. */
    public int size() {
        return size;
    }
}
