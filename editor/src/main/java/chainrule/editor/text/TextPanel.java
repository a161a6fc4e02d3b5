package chainrule.editor.text;

import chainrule.editor.action.Edits;
import chainrule.editor.document.command.Rewrite;
import chainrule.editor.part.Paragraph;
import chainrule.editor.session.Selection;
import chainrule.editor.session.Workbench;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.io.OwnBlocks;
import chainrule.language.Phrases;
import chainrule.op.Catalog;
import chainrule.program.Mistake;
import chainrule.program.ProgramReader;
import chainrule.program.ProgramWriter;
import chainrule.program.Reading;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.awt.Rectangle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/**
 * The document's graph as a program, one line for each node. What is typed changes the graph once every line can be
 * read; until then the first mistake is said and its line is marked. The caret's line and the selected node are the
 * same.
 */
public final class TextPanel extends JPanel {
    private static final Phrases WORDS = Phrases.of(TextPanel.class);
    private static final long serialVersionUID = 1;
    private static final int PAUSE = 350;

    private final transient Workbench bench;
    private final transient Consumer<NodeId> reveal;
    private final JTextArea area = new JTextArea() {
        private static final long serialVersionUID = 1;

        /** Whoever goes to the beginning of a line sees the margin before it, too. */
        @Override
        public void scrollRectToVisible(Rectangle seen) {
            boolean begins = seen.x <= getInsets().left;
            super.scrollRectToVisible(begins ? new Rectangle(0, seen.y, seen.x + seen.width, seen.height) : seen);
        }
    };
    private final Paragraph said =
            new Paragraph("", Fonts.ui(12, false), Colors.current().problem());
    private final transient LineMarks marks = new LineMarks(area);
    private final Timer pause = new Timer(PAUSE, tick -> read());
    private final Paragraph where =
            new Paragraph("", Fonts.ui(12, false), Colors.current().quiet());
    private transient @Nullable Graph shown;
    private String base = "";
    private boolean broken;
    private transient Map<NodeId, Integer> lines = new HashMap<>();
    private transient Object gesture = new Object();
    private boolean writing;
    private int caretLine = -1;

    /**
     * @param reveal moves a node into view
     */
    public TextPanel(Workbench bench, Consumer<NodeId> reveal) {
        super(new BorderLayout());
        this.bench = bench;
        this.reveal = reveal;
        setName("text");
        area.setName("text.area");
        area.getAccessibleContext().setAccessibleName(WORDS.text("text.name"));
        area.putClientProperty("FlatLaf.styleClass", "monospaced");
        area.setTabSize(2);
        area.setMargin(UIScale.scale(new java.awt.Insets(8, 12, 8, 12)));
        said.setName("text.said");
        said.setBorder(BorderFactory.createEmptyBorder(4, 12, 6, 12));
        JScrollPane scroll = new JScrollPane(area);
        scroll.setBorder(null);
        add(scroll, BorderLayout.CENTER);
        add(said, BorderLayout.SOUTH);
        where.setName("text.where");
        where.setBorder(BorderFactory.createEmptyBorder(6, 12, 2, 12));
        add(where, BorderLayout.NORTH);
        pause.setRepeats(false);
        Edits.onTyping(area, this::typed);
        Edits.onLeaving(area, this::readNow);
        area.addCaretListener(event -> caretMoved());
        bench.history().onChange(this::follow);
        bench.selection().onChange(this::markSelected);
        bench.showing().onChange(this::sayWhere);
        sayWhere();
        follow();
    }

    /** Reads what was typed now instead of after a pause. */
    void readNow() {
        if (pause.isRunning()) {
            pause.stop();
            read();
        }
    }

    private void typed() {
        if (!writing) {
            pause.restart();
        }
    }

    private void read() {
        Reading reading = ProgramReader.read(area.getText(), types(), document());
        broken = reading instanceof Reading.Refused;
        if (reading instanceof Reading.Refused refused) {
            tell(refused.mistakes());
            return;
        }
        Reading.Understood understood = (Reading.Understood) reading;
        tell(List.of());
        lines = new HashMap<>(understood.lines());
        Graph before = document();
        Graph after = understood.graph();
        shown = after;
        base = area.getText();
        if (!before.equals(after)) {
            bench.history().perform(Rewrite.of(before, after), gesture);
        }
        markSelected();
    }

    /** Shows the document's graph where the text does not stand for it. Lines that could not be read yet stay. */
    private void follow() {
        Graph graph = document();
        if (shown != null && graph.equals(shown)) {
            return;
        }
        boolean unread = (broken || pause.isRunning()) && !isAnotherDocument();
        String now = ProgramWriter.text(graph);
        write(unread ? LineMerge.of(base, area.getText(), now) : now);
        shown = graph;
        base = now;
        lines = new HashMap<>();
        if (unread) {
            pause.restart();
            return;
        }
        pause.stop();
        broken = false;
        graph.nodes().forEach(node -> lines.put(node.id(), lines.size()));
        tell(List.of());
        markSelected();
    }

    private void write(String text) {
        int caret = area.getCaretPosition();
        writing = true;
        area.setText(text);
        area.setCaretPosition(Math.min(caret, area.getDocument().getLength()));
        writing = false;
    }

    private boolean isAnotherDocument() {
        return bench.history().undoLabel().isEmpty()
                && bench.history().redoLabel().isEmpty();
    }

    private void sayWhere() {
        NodeId inside = bench.showing().scope().inside();
        where.show(inside == null ? "" : WORDS.text("text.whole", inside));
        where.setVisible(inside != null);
    }

    private void tell(List<Mistake> mistakes) {
        marks.mistakes(mistakes.stream().map(Mistake::line).toList());
        if (mistakes.isEmpty()) {
            said.show("");
            said.setVisible(false);
            return;
        }
        Mistake first = mistakes.get(0);
        String line = WORDS.text("text.line", first.line() + 1, first.sentence());
        said.setForeground(Colors.current().problem());
        said.show(mistakes.size() == 1 ? line : line + "  " + WORDS.text("text.more", mistakes.size() - 1));
        said.setVisible(true);
    }

    /** The node of the caret's line becomes the selected one. */
    private void caretMoved() {
        int line = marks.caretLine();
        if (writing || line == caretLine || !area.isFocusOwner()) {
            return;
        }
        caretLine = line;
        gesture = new Object();
        lines.forEach((node, at) -> {
            if (at == line && document().has(node)) {
                bench.showing().reveal(node);
                bench.selection().select(node);
                reveal.accept(node);
            }
        });
    }

    private void markSelected() {
        Selection selection = bench.selection();
        List<Integer> chosen = selection.nodes().stream()
                .map(NodeId::top)
                .filter(lines::containsKey)
                .map(node -> java.util.Objects.requireNonNull(lines.get(node)))
                .toList();
        marks.selected(chosen);
        if (!area.isFocusOwner() && chosen.size() == 1) {
            marks.reveal(chosen.get(0));
        }
    }

    private Catalog types() {
        return OwnBlocks.catalog(bench.history().document().file(), bench.catalog());
    }

    private Graph document() {
        return bench.history().document().graph();
    }
}
