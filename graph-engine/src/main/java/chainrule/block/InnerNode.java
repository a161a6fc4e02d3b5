package chainrule.block;

import chainrule.language.Phrases;
import chainrule.op.InPort;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Settings;
import chainrule.op.Shapes;
import java.util.Optional;
import java.util.function.Function;

/** A node that a setting puts inside a block: a type, found by its id, and how it is set. */
record InnerNode(NodeType type, Settings settings) {
    private static final Phrases WORDS = Phrases.of(InnerNode.class);

    /**
     * What a setting names.
     *
     * @throws chainrule.op.ShapeProblem where it names no type, or settings that the type does not have
     */
    static InnerNode of(Shapes in, Param<Literal> param, Function<String, Optional<NodeType>> types) {
        Literal literal = in.get(param);
        String id = literal instanceof Literal.Text text ? text.value() : "";
        Settings settings = Settings.none();
        if (literal instanceof Literal.Group group) {
            id = group.members().get("type") instanceof Literal.Text text ? text.value() : "";
            settings = group.members().get("settings") instanceof Literal.Group inner
                    ? new Settings(inner.members())
                    : settings;
        }
        String name = id;
        NodeType type = types.apply(id)
                .orElseThrow(() -> in.refusal(WORDS.text("innerNode.namesThereNoSuchNode", param.name(), name)));
        checkSettings(in, param, type, settings);
        return new InnerNode(type, settings);
    }

    /** A setting that names a node of this type. */
    static Literal literal(NodeType type, Settings settings) {
        java.util.Map<String, Literal> members = new java.util.LinkedHashMap<>();
        members.put("type", new Literal.Text(type.id()));
        members.put("settings", new Literal.Group(settings.literals()));
        return new Literal.Group(members);
    }

    /** The only input that has to be connected, for a block that has one thing to give it. */
    InPort onlyInput(Shapes in, Param<Literal> param) {
        java.util.List<InPort> needed =
                type.inputs().stream().filter(port -> !port.optional()).toList();
        if (needed.size() != 1 || needed.get(0).integer()) {
            throw in.refusal(WORDS.text("innerNode.namesWhichInputsThatHave", param.name(), type.id(), needed.size()));
        }
        return needed.get(0);
    }

    /** This node with a seed, where it has one and none is set. */
    InnerNode seeded(long seed) {
        boolean open = type.param(Inside.SEED.name()).isPresent()
                && type.block()
                && !settings.literals().containsKey(Inside.SEED.name());
        return open ? new InnerNode(type, settings.with(Inside.SEED.name(), seed)) : this;
    }

    private static void checkSettings(Shapes in, Param<Literal> param, NodeType type, Settings settings) {
        for (String name : settings.literals().keySet()) {
            Param<?> known = type.param(name)
                    .orElseThrow(
                            () -> in.refusal(WORDS.text("innerNode.insideNotOneThat", name, param.name(), type.id())));
            try {
                settings.read(known);
            } catch (chainrule.op.SettingProblem problem) {
                throw in.refusal(WORDS.text("innerNode.inside", name, param.name(), problem.predicate()));
            }
        }
    }
}
