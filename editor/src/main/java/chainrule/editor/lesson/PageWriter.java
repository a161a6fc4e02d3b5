package chainrule.editor.lesson;

import chainrule.editor.theme.Typesetter;
import chainrule.lessons.LessonLink;
import chainrule.lessons.LessonText;
import chainrule.lessons.MathNode;
import java.awt.Component;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.text.AttributeSet;
import javax.swing.text.BadLocationException;
import javax.swing.text.SimpleAttributeSet;
import javax.swing.text.StyleConstants;
import javax.swing.text.StyledDocument;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.scilab.forge.jlatexmath.TeXIcon;

/** Writes the text of a page into a document that Swing can show; its formulas become pictures on the line. */
final class PageWriter extends AbstractVisitor {
    private final StyledDocument document;
    private final Typesetter typesetter;
    private final PageStyles styles = new PageStyles();
    private AttributeSet current = styles.text();
    private int indent;
    private String bullet = "";

    PageWriter(StyledDocument document, Typesetter typesetter) {
        this.document = document;
        this.typesetter = typesetter;
    }

    void write(String markdown) {
        LessonText.parse(markdown).accept(this);
    }

    @Override
    public void visit(Heading heading) {
        block(heading, styles.heading(heading.getLevel()));
    }

    @Override
    public void visit(Paragraph paragraph) {
        block(paragraph, styles.text());
    }

    @Override
    public void visit(BulletList list) {
        indent++;
        visitChildren(list);
        indent--;
    }

    @Override
    public void visit(OrderedList list) {
        indent++;
        visitChildren(list);
        indent--;
    }

    @Override
    public void visit(ListItem item) {
        bullet = item.getParent() instanceof OrderedList list ? number(list, item) + ".  " : "•  ";
        visitChildren(item);
        bullet = "";
    }

    @Override
    public void visit(StrongEmphasis strong) {
        within(strong, styles.bold(current));
    }

    @Override
    public void visit(Emphasis emphasis) {
        within(emphasis, styles.italic(current));
    }

    @Override
    public void visit(Link link) {
        within(link, styles.link(current, LessonLink.of(link.getDestination())));
    }

    @Override
    public void visit(Text text) {
        put(text.getLiteral(), current);
    }

    @Override
    public void visit(Code code) {
        put(code.getLiteral(), styles.code(current));
    }

    @Override
    public void visit(FencedCodeBlock code) {
        line(code.getLiteral().stripTrailing(), styles.code(styles.text()));
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        line(code.getLiteral().stripTrailing(), styles.code(styles.text()));
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        put(" ", current);
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        put("\n", current);
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof MathNode math) {
            formula(math);
        } else {
            visitChildren(node);
        }
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock table) {
            int start = document.getLength();
            component(PageTable.of(table));
            close(start, false);
        } else {
            visitChildren(block);
        }
    }

    private void block(Node node, AttributeSet style) {
        int start = document.getLength();
        AttributeSet before = current;
        current = style;
        put(bullet, style);
        visitChildren(node);
        current = before;
        close(start, onlyFormula(node));
        bullet = "";
    }

    private void within(Node node, AttributeSet style) {
        AttributeSet before = current;
        current = style;
        visitChildren(node);
        current = before;
    }

    private void line(String text, AttributeSet style) {
        int start = document.getLength();
        put(text, style);
        close(start, false);
    }

    private void close(int start, boolean formula) {
        put("\n", styles.text());
        AttributeSet paragraph = formula ? styles.formulaLine() : styles.paragraph(indent);
        document.setParagraphAttributes(start, document.getLength() - start, paragraph, true);
    }

    private void formula(MathNode math) {
        Optional<TeXIcon> icon = typesetter.formula(math.latex(), styles.formulaSize(), styles.ink(), math.display());
        if (icon.isPresent()) {
            JLabel label = new JLabel(icon.get());
            label.setAlignmentY(icon.get().getBaseLine());
            label.getAccessibleContext().setAccessibleName(math.latex());
            component(label);
        } else {
            put(math.latex(), styles.code(current));
        }
    }

    private void component(Component component) {
        SimpleAttributeSet set = new SimpleAttributeSet(current);
        StyleConstants.setComponent(set, component);
        put(" ", set);
    }

    private void put(String text, AttributeSet style) {
        try {
            document.insertString(document.getLength(), text, style);
        } catch (BadLocationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean onlyFormula(Node node) {
        Node child = node.getFirstChild();
        return child instanceof MathNode math && math.display() && child.getNext() == null;
    }

    private static int number(OrderedList list, ListItem item) {
        Integer first = list.getMarkerStartNumber();
        int number = first == null ? 1 : first;
        for (Node before = item.getPrevious(); before != null; before = before.getPrevious()) {
            number++;
        }
        return number;
    }
}
