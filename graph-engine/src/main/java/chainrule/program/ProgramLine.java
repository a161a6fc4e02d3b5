package chainrule.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that makes a node, taken apart and not yet understood.
 *
 * @param number of the line, from 0
 * @param label what follows {@code as}, still in quotes, or empty
 * @param presence the word after that, or empty; behind {@code held} the numbers
 */
record ProgramLine(int number, String name, String type, List<Argument> arguments, String label, String presence) {
    private static final Pattern HEAD =
            Pattern.compile("\\s*([^\\s=(]++)\\s*+=\\s*+([^\\s=(,)]++)\\s*+\\((.*)", Pattern.DOTALL);
    private static final Pattern TAIL = Pattern.compile(
            "\\s*(?:as\\s*(\"(?:[^\"\\\\]|\\\\.)*\"))?\\s*(bypassed|muted|held\\s*[^#]*)?\\s*(?:#.*)?", Pattern.DOTALL);
    private static final Pattern NAMED =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_]*|\"(?:[^\"\\\\]|\\\\.)*\")\\s*=(.*)", Pattern.DOTALL);

    /**
     * What stands between two commas.
     *
     * @param name as it is written, or empty
     */
    record Argument(String name, String value) {
        static Argument of(String text) {
            Matcher named = NAMED.matcher(text.strip());
            return named.matches()
                    ? new Argument(named.group(1), named.group(2).strip())
                    : new Argument("", text.strip());
        }
    }

    ProgramLine {
        arguments = List.copyOf(arguments);
    }

    /** Takes a line apart; empty where it is not of the form of one that makes a node. */
    static Optional<ProgramLine> of(int number, String text) {
        Matcher head = HEAD.matcher(text);
        if (!head.matches()) {
            return Optional.empty();
        }
        String rest = head.group(3);
        int end = closing(rest);
        if (end < 0) {
            return Optional.empty();
        }
        Matcher tail = TAIL.matcher(rest.substring(end + 1));
        if (!tail.matches()) {
            return Optional.empty();
        }
        return Optional.of(new ProgramLine(
                number,
                head.group(1),
                head.group(2),
                arguments(rest.substring(0, end)),
                tail.group(1) == null ? "" : tail.group(1),
                tail.group(2) == null ? "" : tail.group(2)));
    }

    private static List<Argument> arguments(String inside) {
        List<Argument> arguments = new ArrayList<>();
        int from = 0;
        for (int comma = next(inside, from, ','); comma >= 0; comma = next(inside, from, ',')) {
            arguments.add(Argument.of(inside.substring(from, comma)));
            from = comma + 1;
        }
        if (!arguments.isEmpty() || !inside.substring(from).isBlank()) {
            arguments.add(Argument.of(inside.substring(from)));
        }
        return arguments;
    }

    /** Where the bracket closes that was opened before this text; -1 where it never does. */
    private static int closing(String text) {
        return next(text, 0, ')');
    }

    /** The next such character outside of quotes and brackets; -1 where there is none. */
    private static int next(String text, int from, char wanted) {
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                quoted = c != '"';
                i += c == '\\' ? 1 : 0;
            } else if (c == '"') {
                quoted = true;
            } else if (depth == 0 && c == wanted) {
                return i;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            }
        }
        return -1;
    }
}
