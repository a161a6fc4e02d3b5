package chainrule.editor.inspector;

import chainrule.editor.action.NumberText;
import chainrule.language.Phrases;
import chainrule.op.Literal;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A node with its settings as a line of text, {@code dense(units=4, activation=relu)}, read and written. What is written
 * {@code true} or {@code false} is a flag, {@code [8, 2]} a list, {@code name(...)} a node again, and other words are text.
 */
final class NodeText {
    private static final Phrases WORDS = Phrases.of(NodeText.class);
    private static final String TYPE = "type";
    private static final String SETTINGS = "settings";

    private final String text;
    private int at;

    private NodeText(String text) {
        this.text = text;
    }

    /** Why a line is no node, as the end of a sentence. */
    static final class Mistake extends Exception {
        private static final long serialVersionUID = 1;

        Mistake(String predicate) {
            super(predicate, null, false, false);
        }

        String predicate() {
            return String.valueOf(getMessage());
        }
    }

    /** Reads a node: its type where it has no settings of its own, else both. */
    static Literal read(String line) throws Mistake {
        NodeText reader = new NodeText(line.strip());
        if (reader.text.isEmpty()) {
            throw new Mistake(WORDS.text("node.empty"));
        }
        Literal node = reader.node();
        reader.skip();
        if (reader.at < reader.text.length()) {
            throw new Mistake(WORDS.text("node.rest", reader.rest()));
        }
        return node;
    }

    static String write(Literal literal) {
        if (literal instanceof Literal.Group group && group.members().get(TYPE) instanceof Literal.Text type) {
            return type.value() + settings(group.members().get(SETTINGS));
        } else if (literal instanceof Literal.Text word) {
            return word.value();
        } else if (literal instanceof Literal.Number number) {
            return NumberText.write(number.value());
        } else if (literal instanceof Literal.Flag flag) {
            return Boolean.toString(flag.value());
        } else if (literal instanceof Literal.Numbers numbers) {
            return Arrays.stream(numbers.value().toArray())
                    .mapToObj(NumberText::write)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return "…";
    }

    private static String settings(@org.jspecify.annotations.Nullable Literal settings) {
        return settings instanceof Literal.Group group && !group.members().isEmpty()
                ? group.members().entrySet().stream()
                        .map(e -> e.getKey() + "=" + write(e.getValue()))
                        .collect(Collectors.joining(", ", "(", ")"))
                : "";
    }

    private Literal node() throws Mistake {
        String type = word("node.what.type");
        skip();
        if (!next('(')) {
            return new Literal.Text(type);
        }
        Map<String, Literal> settings = new LinkedHashMap<>();
        skip();
        while (!next(')')) {
            if (!settings.isEmpty()) {
                expect(',', WORDS.text("node.between"));
            }
            String name = word("node.what.setting");
            expect('=', WORDS.text("node.after", name));
            settings.put(name, value(name));
            skip();
        }
        if (settings.isEmpty()) {
            return new Literal.Text(type);
        }
        Map<String, Literal> members = new LinkedHashMap<>();
        members.put(TYPE, new Literal.Text(type));
        members.put(SETTINGS, new Literal.Group(settings));
        return new Literal.Group(members);
    }

    private Literal value(String name) throws Mistake {
        skip();
        if (next('[')) {
            return list(name);
        }
        int start = at;
        while (at < text.length() && "(),= ".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.isEmpty()) {
            throw new Mistake(WORDS.text("node.noValue", name));
        }
        if (at < text.length() && text.charAt(at) == '(') {
            at = start;
            return node();
        }
        if (word.equals("true") || word.equals("false")) {
            return new Literal.Flag(word.equals("true"));
        }
        OptionalDouble number = NumberText.read(word);
        return number.isPresent() ? new Literal.Number(number.getAsDouble()) : new Literal.Text(word);
    }

    private Literal list(String name) throws Mistake {
        int end = text.indexOf(']', at);
        if (end < 0) {
            throw new Mistake(WORDS.text("node.openList", name));
        }
        List<Double> numbers = new ArrayList<>();
        for (String part : text.substring(at, end).split(",", -1)) {
            OptionalDouble number = NumberText.read(part.strip());
            if (number.isEmpty()) {
                throw new Mistake(WORDS.text("node.noNumber", part.strip(), name));
            }
            numbers.add(number.getAsDouble());
        }
        at = end + 1;
        return new Literal.Numbers(
                Tensor.vector(numbers.stream().mapToDouble(n -> n).toArray()));
    }

    private String word(String what) throws Mistake {
        skip();
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        if (start == at) {
            String wanted = WORDS.text(what);
            throw new Mistake(
                    at < text.length()
                            ? WORDS.text("node.other", text.charAt(at), wanted)
                            : WORDS.text("node.ends", wanted));
        }
        return text.substring(start, at);
    }

    private void expect(char sign, String where) throws Mistake {
        skip();
        if (!next(sign)) {
            throw new Mistake(
                    at >= text.length()
                            ? WORDS.text("node.open")
                            : WORDS.text("node.expected", text.charAt(at), sign, where));
        }
    }

    private boolean next(char sign) {
        boolean there = at < text.length() && text.charAt(at) == sign;
        at += there ? 1 : 0;
        return there;
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private String rest() {
        return text.substring(at);
    }
}
