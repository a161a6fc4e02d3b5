package chainrule.block;

import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.tensor.Initializer;

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

    /** Whether an initialiser makes the numbers of a node, or nodes inside of it may have one. */
    static boolean draws(NodeType type, Settings settings) {
        boolean drawn = type.trainable()
                && settings.literals().get("init") instanceof Literal.Text init
                && Initializer.ids().contains(init.value())
                && Initializer.of(init.value()).random();
        return type.param(SEED).isPresent() && (drawn || type.block());
    }
}
