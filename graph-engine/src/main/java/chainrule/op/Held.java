package chainrule.op;

import chainrule.language.Phrases;
import chainrule.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A type whose nodes give out numbers that are held instead of computing: what comes after computes from these, and
 * nothing flows back through to what is before. Its inputs may be left open.
 */
public final class Held {
    /** The numbers that a held node gives out, in the file a field of its own beside the settings. */
    public static final Param<Tensor> VALUE =
            Param.tensor("held", Tensor.scalar(0)).explained("The numbers at which the output is held.");

    private static final Phrases WORDS = Phrases.of(Held.class);
    private static final String BLOCKED = "nothing flows back through a held node";

    private Held() {}

    /** Why nodes of a type cannot be held, as a sentence; empty where they can. */
    public static Optional<String> refusal(NodeType type) {
        boolean taken =
                type.presence() != Presence.HELD && type.param(VALUE.name()).isPresent();
        return taken
                ? Optional.of(WORDS.text("held.settingOfThatName"))
                : type.outputs().size() == 1 ? Optional.empty() : Optional.of(WORDS.text("held.severalOutputs"));
    }

    static NodeType of(NodeType whole, NodeTypeBuilder copy) {
        copy.presence = Presence.HELD;
        copy.clearComputation();
        List<InPort> ports = whole.inputs();
        copy.inputs.clear();
        copy.vjps.clear();
        for (InPort port : ports) {
            InPort open = new InPort(port.name(), true, port.variadic(), port.integer());
            copy.inputs(open).blocked(open, BLOCKED);
        }
        OutPort out = whole.outputs().get(0);
        return copy.params(VALUE)
                .shapes(in -> {
                    Optional<String> refusal = refusal(whole);
                    if (refusal.isPresent()) {
                        throw in.refusal(refusal.get());
                    }
                    return Map.of(out, in.settings().get(VALUE).shape());
                })
                .values("y = held", settings -> Map.of(out, settings.get(VALUE)))
                .build();
    }
}
