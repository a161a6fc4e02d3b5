package chainrule.op;

import chainrule.language.Phrases;
import chainrule.tensor.Shape;

/** A type whose nodes hand on one of their inputs instead of computing: they are opened, and nothing is inside. */
final class Bypass {
    private static final Phrases WORDS = Phrases.of(Bypass.class);

    private final NodeType whole;

    private Bypass(NodeType whole) {
        this.whole = whole;
    }

    static NodeType of(NodeType whole, NodeTypeBuilder copy) {
        Bypass bypass = new Bypass(whole);
        copy.presence = Presence.BYPASSED;
        copy.trainable = false;
        return copy.shapes(in -> NodeType.only(bypass.chosen(in).shape()))
                .block("y = x", bypass::parts)
                .build();
    }

    /** The input that is handed on. */
    private record Chosen(String slot, Shape shape) {}

    private Parts parts(Shapes in) {
        Chosen chosen = chosen(in);
        Assembly inside = new Assembly(in);
        return inside.done(inside.port(chosen.slot(), chosen.shape()));
    }

    private Chosen chosen(Shapes in) {
        if (whole.outputs().size() != 1) {
            throw in.refusal(WORDS.text("bypass.nodeSeveralOutputsCannotBypassed"));
        }
        Shape wanted = whole.shapes(in).values().iterator().next();
        for (InPort port : whole.inputs()) {
            int count = port.variadic() ? in.all(port).size() : in.has(port) ? 1 : 0;
            for (int i = 0; i < count && !port.integer(); i++) {
                if (in.of(port, i).equals(wanted)) {
                    return new Chosen(port.slot(i), wanted);
                }
            }
        }
        throw in.refusal(WORDS.text("bypass.outputNoInputThatShape", wanted));
    }
}
