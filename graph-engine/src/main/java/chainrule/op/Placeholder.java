package chainrule.op;

import chainrule.kernel.Kernel;
import chainrule.language.Phrases;
import java.util.ArrayList;
import java.util.List;

/** Stands for a type that a file names and no catalogue has: it keeps edges and settings and computes nothing. */
public final class Placeholder {
    private static final Phrases WORDS = Phrases.of(Placeholder.class);

    private Placeholder() {}

    /** The placeholder of a type whose edges use these inputs and, beside the first, these outputs. */
    public static NodeType of(String id, List<String> inputs, List<String> outputs) {
        NodeTypeBuilder type = NodeType.named(id)
                .category(Category.UNKNOWN)
                .outputs(ports(outputs))
                .shapes(in -> {
                    throw in.refusal(WORDS.text("placeholder.versionDoesNotHaveType", id));
                })
                .forward("", k -> Kernel.nothing());
        for (String name : inputs) {
            InPort port = InPort.optional(name);
            type.inputs(port).blocked(port, WORDS.text("placeholder.typeMissing"));
        }
        return type.build();
    }

    private static OutPort[] ports(List<String> outputs) {
        List<OutPort> ports = new ArrayList<>(List.of(OutPort.OUT));
        outputs.stream()
                .filter(name -> !name.equals(OutPort.OUT.name()))
                .map(OutPort::of)
                .forEach(ports::add);
        return ports.toArray(OutPort[]::new);
    }
}
