package chainrule.block;

import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.Settings;

/** The seeds of initialisers, in parameters and in blocks. */
public final class Seeds {
    private static final String SEED = Inside.SEED.name();

    private Seeds() {}

    /** Settings with a number added to the seed, where an initialiser makes the numbers of a node or of nodes inside it. */
    public static Settings moved(NodeType type, Settings settings, long more) {
        Literal seed = settings.literals().getOrDefault(SEED, new Literal.Number(0));
        return draws(type, settings) && seed instanceof Literal.Number number
                ? settings.with(SEED, number.value() + more)
                : settings;
    }

    private static boolean draws(NodeType type, Settings settings) {
        boolean drawn = type.trainable() && settings.literals().containsKey("init");
        return type.param(SEED).isPresent() && (drawn || type.block());
    }
}
