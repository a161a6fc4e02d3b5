package chainrule.editor.canvas;

import chainrule.editor.theme.Fonts;
import chainrule.editor.theme.Typesetter;
import chainrule.lessons.LessonText;
import chainrule.lessons.MathNode;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;
import org.scilab.forge.jlatexmath.TeXIcon;

/** The text of a note as lines of words: Markdown with emphasis, code, headings, lists and formulas. */
final class NoteText extends AbstractVisitor {
    private static final double SIZE = 12.5;
    private static final double LINE = 17;
    private static final double ASCENT = 11;
    private static final double INDENT = 14;

    /** Something on a line: a word, or a formula. */
    private record Piece(String word, Font font, @Nullable TeXIcon formula, double width) {}

    private static final class Line {
        final List<Piece> pieces = new ArrayList<>();
        double x;
        double width;
        double ascent = ASCENT;
        double descent = LINE - ASCENT;

        double height() {
            return ascent + descent;
        }
    }

    private final double room;
    private final Color ink;
    private final Typesetter typesetter = new Typesetter();
    private final List<Line> lines = new ArrayList<>();
    private Line line = new Line();
    private double indent;
    private double size = SIZE;
    private boolean bold;
    private boolean italic;

    private NoteText(double room, Color ink) {
        this.room = room;
        this.ink = ink;
    }

    static NoteText of(String markdown, double room, Color ink) {
        NoteText text = new NoteText(room, ink);
        LessonText.parse(markdown).accept(text);
        text.endLine();
        return text;
    }

    /** How high it is. */
    double height() {
        return lines.stream().mapToDouble(Line::height).sum();
    }

    /** Paints as many lines as have room; the last ends in an ellipsis where there is more. */
    void paint(Graphics2D g, double left, double top, double height) {
        double y = top;
        for (int i = 0; i < lines.size(); i++) {
            Line next = lines.get(i);
            boolean cut =
                    i + 1 < lines.size() && y + next.height() + lines.get(i + 1).height() > top + height;
            paint(g, next, left, y);
            if (cut) {
                Lettering.left(g, "…", Fonts.ui(SIZE, true), left + next.x + next.width, y + next.ascent);
                return;
            }
            y += next.height();
        }
    }

    private void paint(Graphics2D g, Line shown, double left, double y) {
        double x = left + shown.x;
        for (Piece piece : shown.pieces) {
            g.setColor(ink);
            TeXIcon formula = piece.formula();
            if (formula == null) {
                Lettering.left(g, piece.word(), piece.font(), x, y + shown.ascent);
            } else {
                double down = y + shown.ascent - above(formula);
                g.translate(x, down);
                formula.paintIcon(null, g, 0, 0);
                g.translate(-x, -down);
            }
            x += piece.width();
        }
    }

    @Override
    public void visit(Text text) {
        words(text.getLiteral(), font());
    }

    @Override
    public void visit(Code code) {
        words(code.getLiteral(), Fonts.mono(size - 1.2, bold));
    }

    @Override
    public void visit(FencedCodeBlock block) {
        gap();
        block.getLiteral().lines().forEach(l -> {
            words(l, Fonts.mono(size - 1.2, false));
            endLine();
        });
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof MathNode math) {
            typesetter
                    .formula(math.latex(), (float) size + 1, ink, math.display())
                    .ifPresentOrElse(this::formula, () -> words(math.latex(), Fonts.mono(size - 1.2, false)));
        } else {
            visitChildren(node);
        }
    }

    @Override
    public void visit(StrongEmphasis strong) {
        boolean before = bold;
        bold = true;
        visitChildren(strong);
        bold = before;
    }

    @Override
    public void visit(Emphasis emphasis) {
        boolean before = italic;
        italic = true;
        visitChildren(emphasis);
        italic = before;
    }

    @Override
    public void visit(SoftLineBreak end) {
        endLine();
    }

    @Override
    public void visit(HardLineBreak end) {
        endLine();
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (!(paragraph.getParent() instanceof ListItem)) {
            gap();
        }
        visitChildren(paragraph);
        endLine();
    }

    @Override
    public void visit(Heading heading) {
        gap();
        bold = true;
        size = heading.getLevel() == 1 ? SIZE + 3 : SIZE + 1.5;
        visitChildren(heading);
        endLine();
        bold = false;
        size = SIZE;
    }

    @Override
    public void visit(BulletList list) {
        items(list, 0);
    }

    @Override
    public void visit(OrderedList list) {
        Integer first = list.getMarkerStartNumber();
        items(list, first == null ? 1 : first);
    }

    private void items(Node list, int first) {
        int number = first;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            endLine();
            line.x = indent;
            put(new Piece(first == 0 ? "•" : number + ".", font(), null, INDENT));
            indent += INDENT;
            visitChildren(item);
            endLine();
            indent -= INDENT;
            number++;
        }
    }

    private Font font() {
        return italic ? Fonts.italic(size) : Fonts.ui(size, bold);
    }

    private void words(String text, Font font) {
        StringTokenizer words = new StringTokenizer(text, " ", true);
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            put(new Piece(word, font, null, Lettering.width(word, font)));
        }
    }

    private void formula(TeXIcon icon) {
        put(new Piece("", font(), icon, icon.getIconWidth()));
        line.ascent = Math.max(line.ascent, above(icon) + 2);
        line.descent = Math.max(line.descent, icon.getIconHeight() - above(icon) + 3);
    }

    /** How much of a formula stands above the line of the letters. */
    private static double above(TeXIcon icon) {
        return icon.getBaseLine() * icon.getIconHeight();
    }

    private void put(Piece piece) {
        boolean space = piece.word().isBlank() && piece.formula() == null;
        if (!line.pieces.isEmpty() && !space && line.x + line.width + piece.width() > room) {
            endLine();
        }
        if (line.pieces.isEmpty()) {
            line.x = Math.max(line.x, indent);
            if (space) {
                return;
            }
        }
        line.pieces.add(piece);
        line.width += piece.width();
    }

    private void gap() {
        if (!lines.isEmpty()) {
            endLine();
            lines.add(new Line());
        }
    }

    private void endLine() {
        if (!line.pieces.isEmpty()) {
            lines.add(line);
            line = new Line();
        }
    }
}
