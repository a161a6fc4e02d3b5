package chainrule.block;

import chainrule.language.Phrases;
import chainrule.op.InPort;
import chainrule.op.NodeType;
import chainrule.op.OutPort;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.op.linear.Transpose;
import chainrule.op.shape.Concat;
import chainrule.op.shape.Select;
import chainrule.op.shape.Stack;
import chainrule.op.source.ParamNode;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts together what is inside an unrolled cell. */
final class Unrolling {
    private static final Phrases WORDS = Phrases.of(Unrolling.class);

    private final Shapes in;
    private final Inside inside;
    private final InnerNode cell;
    private final int hidden;
    private final List<Steps.Result> results = new ArrayList<>();

    Unrolling(Shapes in, Function<String, Optional<NodeType>> types) {
        this.in = in;
        this.hidden = Math.toIntExact(in.get(SequenceLayer.HIDDEN));
        this.inside = new Inside(in, SequenceLayer.drawing(hidden));
        this.cell = InnerNode.of(in, Unroll.CELL, types);
    }

    Parts parts() {
        Shape x = in.of(Inside.X);
        boolean turned = in.get(Sequences.BATCH_FIRST) && x.rank() > 2;
        if (x.rank() < 2) {
            throw in.refusal(Inside.X, WORDS.text("unrolling.sequenceOneElementRow", x));
        }
        Parts.End sequence = turned ? turned("x_time", inside.port(Inside.X)) : inside.port(Inside.X);
        List<Parts.End> elements = Steps.elements(inside, sequence);
        String direction = in.get(Unroll.DIRECTION);
        boolean both = direction.equals("both");
        if (!direction.equals("backward")) {
            results.add(along(elements, "", false, both));
        }
        if (!direction.equals("forward")) {
            results.add(along(elements, both ? "_r" : "", true, both));
        }
        int states = results.get(0).last().size();
        inside.assembly().out(SequenceLayer.H, last("h", 0));
        if (states > 1) {
            inside.assembly().out(SequenceLayer.C, last("c", 1));
        }
        return inside.done(out(turned));
    }

    private Parts.End out(boolean turned) {
        List<Parts.End> ends = new ArrayList<>();
        boolean all = in.get(Unroll.OUTPUT).equals("all");
        for (int i = 0; i < results.size(); i++) {
            Steps.Result result = results.get(i);
            ends.add(
                    all
                            ? new Steps(inside, i == 0 ? "" : "_r").stacked(result)
                            : result.last().get(0));
        }
        Parts.End joined = ends.size() == 1
                ? ends.get(0)
                : inside.part("both", Concat.TYPE, Settings.none().with("axis", -1), ends.toArray(Parts.End[]::new));
        return all && turned ? turned("out", joined) : joined;
    }

    private Steps.Result along(List<Parts.End> elements, String suffix, boolean backward, boolean both) {
        Steps steps = new Steps(inside, suffix);
        List<InPort> ports = states();
        List<Parts.End> first = new ArrayList<>();
        for (InPort port : ports) {
            first.add(first(steps, port, inside.assembly().shape(elements.get(0)), both ? results.size() : -1));
        }
        return steps.along(repeated(elements.get(0), first, suffix), elements, first, backward);
    }

    private Parts.End first(Steps steps, InPort port, Shape element, int index) {
        if (!in.has(port)) {
            return steps.zeros(port.name() + "0", element, hidden);
        }
        return index < 0
                ? inside.port(port)
                : inside.part(
                        port.name() + "0_" + index,
                        Select.TYPE,
                        Settings.none().with("index", index),
                        inside.port(port));
    }

    private Steps.Repeated repeated(Parts.End element, List<Parts.End> first, String suffix) {
        Optional<CellKind> kind = CellKind.ofType(cell.type().id());
        if (kind.isPresent()) {
            int width = inside.assembly().shape(element).dim(-1);
            Steps.Repeated known = SequenceLayer.cell(kind.get(), kind.get().weights(inside, width, hidden, suffix));
            return new Steps.Repeated(known.type(), cell.settings(), known.shared(), known.states(), known.nexts());
        }
        return own(element, first, suffix);
    }

    /** A block in place of a cell: its parameters are made once, and every copy gets them. */
    private Steps.Repeated own(Parts.End element, List<Parts.End> first, String suffix) {
        NodeType type = cell.type();
        List<String> names = states().stream().map(InPort::name).toList();
        Map<String, Shape> reaching = new HashMap<>();
        reaching.put(type.inputs().get(0).name(), inside.assembly().shape(element));
        for (int i = 0; i < names.size(); i++) {
            reaching.put(names.get(i), inside.assembly().shape(first.get(i)));
        }
        Map<String, Parts.End> shared = new LinkedHashMap<>();
        if (type.block()) {
            Map<String, Settings> parameters = Lifted.parameters(type, new Shapes(reaching, cell.settings()));
            long drawn = parameters.values().stream()
                    .filter(settings -> Seeds.draws(ParamNode.TYPE, settings))
                    .count();
            long shift = in.get(Inside.SEED) + results.size() * drawn;
            parameters.forEach((name, settings) -> shared.put(
                    name,
                    inside.assembly()
                            .source(name + suffix, ParamNode.TYPE, Seeds.moved(ParamNode.TYPE, settings, shift))));
            type = Lifted.type(type, parameters.keySet());
        }
        List<String> nexts = new ArrayList<>();
        for (String name : names) {
            OutPort next = type.output(name).orElse(type.outputs().get(0));
            nexts.add(next.name());
        }
        return new Steps.Repeated(type, cell.settings(), shared, names, nexts);
    }

    /** The inputs of the cell that carry a state: h, and c where it has one. */
    private List<InPort> states() {
        NodeType type = cell.type();
        List<InPort> found = new ArrayList<>();
        for (InPort port : List.of(Unroll.H, Unroll.C)) {
            if (type.input(port.name()).isPresent()) {
                found.add(port);
            }
        }
        boolean fits = !found.isEmpty()
                && !type.inputs().get(0).name().equals(found.get(0).name())
                && (type.block() || CellKind.ofType(type.id()).isPresent());
        if (!fits) {
            throw in.refusal((WORDS.text("unrolling.cellNamesRnnCellLstm")).formatted(type.id()));
        }
        return found;
    }

    private Parts.End last(String name, int state) {
        Parts.End first = results.get(0).last().get(state);
        return results.size() == 1
                ? first
                : inside.part(name, Stack.TYPE, first, results.get(1).last().get(state));
    }

    private Parts.End turned(String name, Parts.End end) {
        int rank = inside.assembly().shape(end).rank();
        List<Integer> order = new ArrayList<>(List.of(1, 0));
        for (int axis = 2; axis < rank; axis++) {
            order.add(axis);
        }
        return inside.part(name, Transpose.TYPE, Settings.none().with("perm", order), end);
    }
}
