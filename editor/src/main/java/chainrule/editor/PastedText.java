package chainrule.editor;

import chainrule.editor.document.Columns;
import chainrule.graph.Fragment;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.io.Clipping;
import chainrule.io.Extras;
import chainrule.io.FileProblem;
import chainrule.io.Layout;
import chainrule.io.Point;
import chainrule.language.Phrases;
import chainrule.op.Catalog;
import chainrule.program.Mistake;
import chainrule.program.ProgramReader;
import chainrule.program.ProgramWriter;
import chainrule.program.Reading;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Text on a clipboard as nodes: a graph file, or a program. */
final class PastedText {
    private static final Phrases WORDS = Phrases.of(PastedText.class);

    private PastedText() {}

    /**
     * What a text holds.
     *
     * @throws FileProblem where it is neither a graph file nor a program
     */
    static Clipping read(String text, Catalog catalog) throws FileProblem {
        return ProgramReader.isProgram(text) ? program(text, catalog) : Clipping.read(text, catalog);
    }

    /** Nodes as a program, with the edges among them. */
    static String program(Clipping clipping) {
        Fragment fragment = clipping.fragment();
        return ProgramWriter.text(Graph.of(fragment.nodes(), fragment.edges()));
    }

    private static Clipping program(String text, Catalog catalog) throws FileProblem {
        Reading reading = ProgramReader.read(text, catalog, Graph.empty());
        if (reading instanceof Reading.Refused refused) {
            Mistake first = refused.mistakes().get(0);
            throw new FileProblem(WORDS.text("paste.line", first.line() + 1, first.sentence()));
        }
        Graph graph = ((Reading.Understood) reading).graph();
        Set<NodeId> ids = new LinkedHashSet<>();
        graph.nodes().forEach(node -> ids.add(node.id()));
        Layout layout = new Layout(new Columns(graph, ids).places(new Point(0, 0)), Map.of(), Map.of());
        Fragment fragment = new Fragment(List.copyOf(graph.nodes()), List.copyOf(graph.edges()), List.of());
        return new Clipping(fragment, layout, new Clipping.Remarks(List.of(), List.of()), Map.of(), Extras.none());
    }
}
