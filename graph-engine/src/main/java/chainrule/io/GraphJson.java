package chainrule.io;

import chainrule.language.Phrases;
import chainrule.op.Catalog;

/** The text of a graph file, both ways; a text that {@link #write} made, read and written again, is the same text. */
public final class GraphJson {
    private static final Phrases WORDS = Phrases.of(GraphJson.class);

    /** What the field {@code format} says in every graph file. */
    public static final String FORMAT = "chainrule";

    /** The version of the format that is written, and the newest that is read. */
    public static final int VERSION = 1;

    private GraphJson() {}

    /**
     * The file that a text holds; a node of a type that the catalogue does not have becomes a placeholder.
     *
     * @throws FileProblem where it is no graph file, or no graph can be made of it
     */
    public static GraphFile read(String text, Catalog catalog) throws FileProblem {
        return new GraphReader(catalog).read(new Fields(Json.parse(text), () -> WORDS.text("clipping.file")));
    }

    public static String write(GraphFile file) {
        return new GraphWriter(file).text();
    }
}
