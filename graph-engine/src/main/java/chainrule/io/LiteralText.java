package chainrule.io;

import chainrule.op.Literal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A setting's literal as text on one line, as a graph file has it. */
public final class LiteralText {
    private LiteralText() {}

    public static String of(Literal literal) {
        StringBuilder out = new StringBuilder();
        LiteralJson.append(out, literal);
        return out.toString();
    }

    /** Words in quotes. */
    public static String quoted(String words) {
        return of(new Literal.Text(words));
    }

    /** The literal that a text is; empty where it is none. */
    public static Optional<Literal> read(String text) {
        try {
            ObjectNode object = Json.parse("{\"it\": " + text + "\n}");
            return object.size() == 1 ? Optional.of(LiteralJson.read(object.get("it"))) : Optional.empty();
        } catch (FileProblem notJson) {
            return Optional.empty();
        }
    }
}
