package chainrule.editor.text;

import chainrule.editor.theme.Colors;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JTextArea;
import javax.swing.text.BadLocationException;
import javax.swing.text.Highlighter;
import javax.swing.text.JTextComponent;

/** Lines of a text that are marked: those of selected nodes, and those with a mistake. */
final class LineMarks {
    private final JTextArea area;
    private final List<Object> selected = new ArrayList<>();
    private final List<Object> mistaken = new ArrayList<>();

    LineMarks(JTextArea area) {
        this.area = area;
    }

    void selected(List<Integer> lines) {
        mark(selected, lines, new Whole(false));
    }

    void mistakes(List<Integer> lines) {
        mark(mistaken, lines, new Whole(true));
    }

    /** Scrolls a line into view. */
    void reveal(int line) {
        try {
            Rectangle2D place = area.modelToView2D(area.getLineStartOffset(line));
            if (place != null) {
                area.scrollRectToVisible(place.getBounds());
            }
        } catch (BadLocationException gone) {
            area.repaint();
        }
    }

    int caretLine() {
        try {
            return area.getLineOfOffset(area.getCaretPosition());
        } catch (BadLocationException gone) {
            return -1;
        }
    }

    private void mark(List<Object> marks, List<Integer> lines, Whole painter) {
        Highlighter highlighter = area.getHighlighter();
        marks.forEach(highlighter::removeHighlight);
        marks.clear();
        for (int line : lines) {
            try {
                if (line < area.getLineCount()) {
                    marks.add(highlighter.addHighlight(
                            area.getLineStartOffset(line), area.getLineEndOffset(line), painter));
                }
            } catch (BadLocationException gone) {
                area.repaint();
            }
        }
    }

    /** Marks whole lines, from the left to the right. */
    private record Whole(boolean mistake) implements Highlighter.HighlightPainter {
        @Override
        public void paint(Graphics g, int from, int to, Shape bounds, JTextComponent text) {
            try {
                Rectangle2D line = text.modelToView2D(from);
                Rectangle room = bounds.getBounds();
                Color ink =
                        mistake ? Colors.current().problem() : Colors.current().cursor();
                g.setColor(Colors.faint(ink, mistake ? 0.16 : 0.12));
                g.fillRect(room.x, (int) line.getY(), room.width, (int) Math.ceil(line.getHeight()));
            } catch (BadLocationException gone) {
                text.repaint();
            }
        }
    }
}
