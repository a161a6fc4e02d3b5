package chainrule.lessons;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** The text of a page: Markdown with tables, and with mathematics between dollar signs. */
public final class LessonText {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .customInlineContentParserFactory(new MathParser.Factory())
            .build();

    private LessonText() {}

    /** The text as a tree; its formulas are {@link MathNode}s. */
    public static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }

    /** The targets of all links, in reading order. */
    public static List<LessonLink> links(String markdown) {
        List<LessonLink> links = new ArrayList<>();
        parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(LessonLink.of(link.getDestination()));
                visitChildren(link);
            }
        });
        return links;
    }

    /** All formulas in LaTeX, in reading order. */
    public static List<String> formulas(String markdown) {
        List<String> formulas = new ArrayList<>();
        parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                if (node instanceof MathNode math) {
                    formulas.add(math.latex());
                }
                visitChildren(node);
            }
        });
        return formulas;
    }
}
