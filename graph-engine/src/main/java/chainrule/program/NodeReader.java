package chainrule.program;

import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.io.LiteralText;
import chainrule.language.Phrases;
import chainrule.op.Catalog;
import chainrule.op.Held;
import chainrule.op.InPort;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.op.Param;
import chainrule.op.Presence;
import chainrule.op.SettingProblem;
import chainrule.op.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the nodes of a program's lines: their types and settings. */
final class NodeReader {
    private static final Phrases WORDS = Phrases.of(NodeReader.class);

    private static final String HELD = "held";

    private final Catalog catalog;
    private final Map<String, NodeType> known = new HashMap<>();

    /** Why a line makes no node, as a sentence. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;

        Refusal(String sentence) {
            super(sentence, null, false, false);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    NodeReader(Catalog catalog, Graph before) {
        this.catalog = catalog;
        before.nodes().forEach(node -> known.put(node.type().id(), node.type()));
    }

    Node node(NodeId id, ProgramLine line) throws Refusal {
        NodeType type = type(line);
        Settings settings = Settings.none();
        for (ProgramLine.Argument argument : line.arguments()) {
            if (!argument.name().isEmpty() && !isInput(type, argument)) {
                String name = name(type, argument);
                settings = settings.with(name, value(name, argument.value()));
            }
        }
        Node node = new Node(id, type, settings, words(line.label()));
        return isHeld(line) ? held(node, line) : node;
    }

    /** Whether an argument that has a name says what feeds an input; quotes make it a setting. */
    static boolean isInput(NodeType type, ProgramLine.Argument argument) {
        return type.input(argument.name()).isPresent();
    }

    private NodeType type(ProgramLine line) throws Refusal {
        NodeType type = Optional.ofNullable(known.get(line.type()))
                .or(() -> catalog.find(line.type()))
                .orElse(null);
        if (type == null) {
            throw new Refusal(WORDS.text("nodeReader.thereNoNodeType", line.type()));
        }
        return type.with(
                line.presence().isEmpty() || isHeld(line)
                        ? Presence.ACTIVE
                        : Presence.valueOf(line.presence().toUpperCase(Locale.ROOT)));
    }

    private static boolean isHeld(ProgramLine line) {
        return line.presence().startsWith(HELD);
    }

    private static Node held(Node node, ProgramLine line) throws Refusal {
        String value = line.presence().substring(HELD.length()).strip();
        Literal literal = LiteralText.read(value).orElse(new Literal.Nothing());
        try {
            return node.held(Held.VALUE.read(literal));
        } catch (SettingProblem problem) {
            throw new Refusal(WORDS.text(
                    "nodeReader.heldAt", node.id(), value.isEmpty() ? WORDS.text("nodeReader.missing") : value));
        }
    }

    private static String name(NodeType type, ProgramLine.Argument argument) throws Refusal {
        if (argument.name().startsWith("\"")) {
            return words(argument.name());
        }
        if (type.param(argument.name()).isEmpty() && !type.unknown()) {
            String offer = offer(type);
            throw new Refusal(
                    offer.isEmpty()
                            ? WORDS.text("nodeReader.noInputNo", type.id(), argument.name())
                            : WORDS.text("nodeReader.noInputNo2", type.id(), argument.name(), offer));
        }
        return argument.name();
    }

    private static String offer(NodeType type) {
        return Stream.concat(
                        type.inputs().stream().map(InPort::name),
                        type.params().stream().map(Param::name))
                .collect(Collectors.joining(", "));
    }

    private static Literal value(String name, String text) throws Refusal {
        if (text.matches("[A-Za-z_][A-Za-z0-9_-]*")
                && !List.of("true", "false", "null").contains(text)) {
            return new Literal.Text(text);
        }
        return LiteralText.read(text)
                .orElseThrow(() -> new Refusal(WORDS.text(
                        "nodeReader.valueNumberWordListTrue",
                        name,
                        text.isEmpty() ? WORDS.text("nodeReader.missing") : text)));
    }

    private static String words(String quoted) {
        return quoted.isEmpty()
                ? ""
                : LiteralText.read(quoted)
                        .map(literal -> literal instanceof Literal.Text text ? text.value() : "")
                        .orElse("");
    }
}
