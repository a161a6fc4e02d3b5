package chainrule.editor.session;

import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.language.Phrases;
import chainrule.op.Literal;
import chainrule.op.NodeType;
import chainrule.tensor.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is looked for in a graph: words that a node's name, label, type or settings hold, in any order, and filters:
 * {@code is:error}, {@code is:root}, {@code is:param}, {@code is:loss}, {@code is:open}, {@code type:word} and
 * {@code setting=value}. A node fits where all of them do.
 */
public record NodeQuery(List<String> words) {
    private static final Phrases WORDS = Phrases.of(NodeQuery.class);
    private static final String IS = "is:";
    private static final String TYPE = "type:";
    private static final int DIGITS = 6;

    /** What can follow {@code is:}. */
    public static final List<String> STATES = List.of("error", "root", "param", "loss", "open");

    public NodeQuery {
        words = List.copyOf(words);
    }

    public static NodeQuery of(String text) {
        String small = text.strip().toLowerCase(Locale.ROOT);
        return new NodeQuery(small.isEmpty() ? List.of() : List.of(small.split("\\s+", 0)));
    }

    /** The nodes that fit, in the order of the graph; none where nothing is asked. */
    public List<NodeId> in(Evaluation evaluation) {
        return in(evaluation, evaluation.document().graph());
    }

    /** The nodes of a graph that fit: of the document's, or of one that is inside a node of it. */
    public List<NodeId> in(Evaluation evaluation, Graph graph) {
        List<NodeId> found = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (!words.isEmpty() && words.stream().allMatch(word -> fits(word, node, graph, evaluation))) {
                found.add(node.id());
            }
        }
        return found;
    }

    /** A filter that means nothing, as a sentence; empty where all do. */
    public Optional<String> mistake() {
        return words.stream()
                .filter(word -> word.startsWith(IS) && !STATES.contains(word.substring(IS.length())))
                .findFirst()
                .map(word -> WORDS.text("query.odd", word, String.join(", is:", STATES)));
    }

    private static boolean fits(String word, Node node, Graph graph, Evaluation evaluation) {
        if (word.startsWith(IS)) {
            return is(word.substring(IS.length()), node, graph, evaluation);
        }
        if (word.startsWith(TYPE)) {
            return typeWords(node.type()).anyMatch(t -> t.contains(word.substring(TYPE.length())));
        }
        Stream<String> names = Stream.of(node.id().name(), node.label()).map(NodeQuery::small);
        return Stream.of(names, typeWords(node.type()), settings(node))
                .flatMap(all -> all)
                .anyMatch(text -> text.contains(word));
    }

    private static boolean is(String state, Node node, Graph graph, Evaluation evaluation) {
        return switch (state) {
            case "error" -> !evaluation.problemsAt(node.id()).isEmpty();
            case "root" -> graph.root().equals(Optional.of(node.id()));
            case "param" -> node.type().trainable();
            case "loss" -> node.type().loss();
            case "open" ->
                graph.into(node.id()).isEmpty() && !node.type().inputs().isEmpty();
            default -> false;
        };
    }

    private static Stream<String> typeWords(NodeType type) {
        return Stream.concat(
                        Stream.of(type.id(), type.label(), type.category().name()), type.help().synonyms().stream())
                .map(NodeQuery::small);
    }

    private static Stream<String> settings(Node node) {
        return node.settings().literals().entrySet().stream().map(NodeQuery::written);
    }

    private static String written(Map.Entry<String, Literal> setting) {
        Literal literal = setting.getValue();
        String value = literal instanceof Literal.Number number
                ? Digits.significant(number.value(), DIGITS)
                : literal instanceof Literal.Text text
                        ? text.value()
                        : literal instanceof Literal.Flag flag ? Boolean.toString(flag.value()) : "";
        return small(setting.getKey() + "=" + value);
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
