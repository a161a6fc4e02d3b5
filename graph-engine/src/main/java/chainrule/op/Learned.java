package chainrule.op;

import java.util.List;

/** Numbers that stand in a node's settings in place of an initialiser's. */
public final class Learned {
    /** What a block holds in place of what its inner nodes would draw: by part, and by part again inside of parts. */
    public static final Param<Literal.Group> WEIGHTS = Param.group("weights")
            .explained("What training left in the nodes inside, by their names; what is not here is drawn.");

    private static final List<String> DRAWING = List.of("init", "shape", "seed", "std", "low", "high");

    private Learned() {}

    /** Settings of a parameter that has this value instead of the one it had or drew. */
    public static Settings kept(Settings settings, Literal value) {
        Settings result = settings;
        for (String name : DRAWING) {
            result = result.without(name);
        }
        return result.with("value", value);
    }

    /** Settings of a part for which the block around it holds something. */
    static Settings inside(NodeType type, Settings settings, Literal held) {
        if (!(held instanceof Literal.Group group)) {
            return kept(settings, held);
        }
        if (type.block()) {
            return settings.with(WEIGHTS.name(), group);
        }
        Settings result = settings;
        for (var member : group.members().entrySet()) {
            result = result.with(member.getKey(), member.getValue());
        }
        return result;
    }
}
