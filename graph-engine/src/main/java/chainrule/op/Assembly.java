package chainrule.op;

import chainrule.language.Phrases;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts the inside of a node together, part by part; the shape of each part is known as soon as it is there. */
public final class Assembly {
    private static final Phrases WORDS = Phrases.of(Assembly.class);

    /** Most nodes that one node may hold, those inside of inner blocks included. */
    public static final int MOST_PARTS = 100_000;

    private static final long MOST_ELEMENTS = Integer.MAX_VALUE;

    private final Shapes in;
    private final Map<String, Literal> learned;
    private final List<Parts.Part> parts = new ArrayList<>();
    private final List<Parts.Wire> wires = new ArrayList<>();
    private final Map<Parts.End, Shape> shapes = new HashMap<>();
    private final Map<String, Parts.End> outputs = new LinkedHashMap<>();
    private int size;

    /** The inside of a node that these shapes reach. */
    public Assembly(Shapes in) {
        this.in = in;
        Literal held = in.settings().literals().get(Learned.WEIGHTS.name());
        this.learned = new LinkedHashMap<>(held instanceof Literal.Group group ? group.members() : Map.of());
    }

    /** A required input of the whole. */
    public Parts.End port(InPort port) {
        return port(port.name(), in.of(port));
    }

    /** An input of the whole by slot and shape. */
    public Parts.End port(String slot, Shape shape) {
        Parts.End end = new Parts.End.Outer(slot);
        shapes.put(end, shape);
        return end;
    }

    public Shape shape(Parts.End end) {
        return java.util.Objects.requireNonNull(shapes.get(end), () -> "no " + end);
    }

    /** A source inside: it has no inputs. */
    public Parts.End source(String name, NodeType type, Settings settings) {
        return part(name, type, settings, Map.of());
    }

    /** A part with one input. */
    public Parts.End part(String name, NodeType type, Settings settings, Parts.End only) {
        return part(name, type, settings, Map.of(type.inputs().get(0).slot(0), only));
    }

    /** A part without settings whose first inputs are these, in order; a variadic port takes all that are left. */
    public Parts.End part(String name, NodeType type, Parts.End... inputs) {
        return part(name, type, Settings.none(), inputs);
    }

    /** A part whose first inputs are these, in order; a variadic port takes all that are left. */
    public Parts.End part(String name, NodeType type, Settings settings, Parts.End... inputs) {
        Map<String, Parts.End> bySlot = new LinkedHashMap<>();
        int given = 0;
        for (InPort port : type.inputs()) {
            int count = port.variadic() ? inputs.length - given : Math.min(1, inputs.length - given);
            for (int i = 0; i < count; i++) {
                bySlot.put(port.slot(i), inputs[given++]);
            }
        }
        return part(name, type, settings, bySlot);
    }

    /**
     * A part with its inputs by slot.
     *
     * @return its first output
     * @throws ShapeProblem where they do not fit, at the input of the whole that the part reads, if it reads one
     */
    public Parts.End part(String name, NodeType type, Settings given, Map<String, Parts.End> inputs) {
        Literal held = learned.remove(name);
        Settings settings = held == null ? given : Learned.inside(type, given, held);
        Map<String, Shape> reaching = new HashMap<>();
        inputs.forEach((slot, end) -> reaching.put(slot, shape(end)));
        Map<OutPort, Shape> inferred = inferred(type, name, new Shapes(reaching, settings), inputs);
        for (OutPort port : type.outputs()) {
            Shape shape = inferred.get(port);
            if (shape != null) {
                checkSize(name, shape);
                shapes.put(new Parts.End.Inner(name, port.name()), shape);
            }
        }
        parts.add(new Parts.Part(name, type, settings));
        inputs.entrySet().stream()
                .sorted(java.util.Comparator.comparingInt(e -> order(type, e.getKey())))
                .forEach(e -> wires.add(new Parts.Wire(e.getValue(), name, e.getKey())));
        return new Parts.End.Inner(name, type.outputs().get(0).name());
    }

    /** The output {@code out} of a part by the part's name. */
    public Parts.End output(String part) {
        return new Parts.End.Inner(part, OutPort.OUT.name());
    }

    /** Another output of a part than its first. */
    public Parts.End output(Parts.End part, String port) {
        if (part instanceof Parts.End.Inner inner) {
            return new Parts.End.Inner(inner.part(), port);
        }
        throw new IllegalArgumentException(part + " is not a part");
    }

    /** Makes an inner output one of the whole's. */
    public Assembly out(OutPort port, Parts.End end) {
        outputs.put(port.name(), end);
        return this;
    }

    /** All of it. */
    public Parts done() {
        if (!learned.isEmpty()) {
            throw in.refusal(WORDS.text(
                    "assembly.weightsNamesPartsInsideAre",
                    learned.keySet().iterator().next(),
                    parts.stream().map(Parts.Part::name).collect(Collectors.joining(", "))));
        }
        return new Parts(this, outputs);
    }

    /** All of it, with the single output {@code out}. */
    public Parts done(Parts.End result) {
        return out(OutPort.OUT, result).done();
    }

    List<Parts.Part> parts() {
        return parts;
    }

    List<Parts.Wire> wires() {
        return wires;
    }

    Map<Parts.End, Shape> shapes() {
        return shapes;
    }

    int size() {
        return size;
    }

    private void checkSize(String name, Shape shape) {
        if (shape.size() > MOST_ELEMENTS) {
            throw in.refusal(WORDS.text("assembly.insideAtArrayElementsAt", name, shape, shape.size(), MOST_ELEMENTS));
        }
    }

    private Map<OutPort, Shape> inferred(NodeType type, String name, Shapes own, Map<String, Parts.End> inputs) {
        try {
            if (!type.block()) {
                count(1);
                return type.shapes(own);
            }
            Parts inner = type.parts(own).orElseThrow();
            count(inner.size());
            return inner.shapes(type);
        } catch (ShapeProblem problem) {
            throw inside(name, problem, inputs);
        }
    }

    private void count(int more) {
        if ((long) size + more > MOST_PARTS) {
            throw in.refusal(WORDS.text("assembly.moreThanNodesWouldInside", MOST_PARTS));
        }
        size += more;
    }

    /** A problem of a part as one of the whole: at the input that feeds the part, where one does. */
    private static ShapeProblem inside(String name, ShapeProblem problem, Map<String, Parts.End> inputs) {
        String slot = problem.slot();
        Parts.End end = slot == null ? null : inputs.get(slot);
        String pattern = WORDS.text("assembly.insideAt");
        String opening = pattern.substring(0, pattern.indexOf('%'));
        String sentence = problem.sentence().startsWith(opening)
                ? opening + name + "/" + problem.sentence().substring(opening.length())
                : pattern.formatted(name, problem.sentence());
        return new ShapeProblem(end instanceof Parts.End.Outer outer ? outer.slot() : null, sentence);
    }

    private static int order(NodeType type, String slot) {
        for (int i = 0; i < type.inputs().size(); i++) {
            java.util.Optional<Integer> index = type.inputs().get(i).indexOf(slot);
            if (index.isPresent()) {
                return i * MOST_PARTS * 10 + index.get();
            }
        }
        return Integer.MAX_VALUE;
    }
}
