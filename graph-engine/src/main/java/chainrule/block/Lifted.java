package chainrule.block;

import chainrule.op.Assembly;
import chainrule.op.InPort;
import chainrule.op.Learned;
import chainrule.op.NodeType;
import chainrule.op.NodeTypeBuilder;
import chainrule.op.OutPort;
import chainrule.op.Parts;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A block whose parameters come from outside, so that several copies of it can share them. Each parameter becomes an
 * input, called after its path with - between the names.
 */
final class Lifted {
    private static final String BETWEEN = "-";

    private Lifted() {}

    /** The parameters inside a block, by the names of the inputs that they become, with their settings. */
    static Map<String, Settings> parameters(NodeType block, Shapes in) {
        Map<String, Settings> found = new LinkedHashMap<>();
        Parts inside = block.parts(in).orElseThrow();
        for (Parts.Part part : inside.parts()) {
            if (part.type().trainable()) {
                found.put(part.name(), part.settings());
            } else if (part.type().block()) {
                Map<String, Shape> reaching = new HashMap<>();
                inside.into(part.name()).forEach(wire -> reaching.put(wire.slot(), inside.shape(wire.from())));
                parameters(part.type(), new Shapes(reaching, part.settings()))
                        .forEach((name, settings) -> found.put(part.name() + BETWEEN + name, settings));
            }
        }
        return found;
    }

    /** The block with inputs in place of the parameters of these names. */
    static NodeType type(NodeType block, Collection<String> names) {
        NodeTypeBuilder lifted = NodeType.named(block.id())
                .like(block)
                .inputs(block.inputs().toArray(InPort[]::new))
                .inputs(names.stream().map(InPort::of).toArray(InPort[]::new))
                .outputs(block.outputs().toArray(OutPort[]::new));
        block.params().forEach(lifted::params);
        return lifted.block(block.formula(), in -> parts(block, in)).build();
    }

    private static Parts parts(NodeType block, Shapes in) {
        Map<String, Shape> reaching = reaching(block, in);
        Parts plain = block.parts(new Shapes(reaching, in.settings())).orElseThrow();
        Assembly lifted = new Assembly(new Shapes(reaching, in.settings().without(Learned.WEIGHTS.name())));
        reaching.forEach(lifted::port);
        for (Parts.Part part : plain.parts()) {
            Map<String, Parts.End> inputs = new LinkedHashMap<>();
            for (Parts.Wire wire : plain.into(part.name())) {
                inputs.put(wire.slot(), outer(plain, wire.from()));
            }
            if (part.type().trainable()) {
                lifted.port(part.name(), in.of(InPort.of(part.name())));
            } else if (part.type().block()) {
                lifted(lifted, part, inputs, in);
            } else {
                lifted.part(part.name(), part.type(), part.settings(), inputs);
            }
        }
        for (OutPort port : block.outputs()) {
            Parts.End end = plain.outputs().get(port.name());
            if (end != null) {
                lifted.out(port, outer(plain, end));
            }
        }
        return lifted.done();
    }

    private static void lifted(Assembly lifted, Parts.Part part, Map<String, Parts.End> inputs, Shapes in) {
        Map<String, Shape> reaching = new HashMap<>();
        inputs.forEach((slot, end) -> reaching.put(slot, lifted.shape(end)));
        var names =
                parameters(part.type(), new Shapes(reaching, part.settings())).keySet();
        for (String name : names) {
            String path = part.name() + BETWEEN + name;
            inputs.put(name, lifted.port(path, in.of(InPort.of(path))));
        }
        lifted.part(part.name(), type(part.type(), names), part.settings(), inputs);
    }

    private static Map<String, Shape> reaching(NodeType block, Shapes in) {
        Map<String, Shape> reaching = new HashMap<>();
        for (InPort port : block.inputs()) {
            if (port.variadic()) {
                for (int i = 0; i < in.all(port).size(); i++) {
                    reaching.put(port.slot(i), in.of(port, i));
                }
            } else if (in.has(port)) {
                reaching.put(port.name(), in.of(port));
            }
        }
        return reaching;
    }

    /** Where an inner value comes from once parameters are inputs. */
    private static Parts.End outer(Parts plain, Parts.End end) {
        boolean parameter = end instanceof Parts.End.Inner inner
                && plain.part(inner.part()).type().trainable();
        return parameter ? new Parts.End.Outer(((Parts.End.Inner) end).part()) : end;
    }
}
