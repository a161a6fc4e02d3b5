package chainrule.editor;

import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.document.History;
import chainrule.editor.lesson.LessonDesk;
import chainrule.editor.lesson.LessonPanel;
import chainrule.editor.session.Workbench;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.language.Phrases;
import chainrule.lessons.Lesson;
import chainrule.lessons.LessonCatalog;
import java.awt.BorderLayout;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;

/** The place where lessons are read: one panel for each that was opened, the last one in sight. */
final class Reading extends JPanel {
    private static final Phrases WORDS = Phrases.of(Reading.class);
    private static final long serialVersionUID = 1;

    private final transient LessonCatalog lessons;
    private final transient LessonDesk desk;
    private final transient Workbench bench;
    private final Map<Integer, LessonPanel> panels = new HashMap<>();

    Reading(LessonCatalog lessons, LessonDesk desk, Workbench bench) {
        super(new BorderLayout());
        this.bench = bench;
        this.lessons = lessons;
        this.desk = desk;
        setName("reading");
    }

    /** Shows a page of a lesson. */
    void open(Lesson lesson, String page) {
        LessonPanel panel = panels.computeIfAbsent(lesson.topic(), topic -> new LessonPanel(lesson, desk, bench));
        panel.turnTo(page);
        removeAll();
        add(panel);
        revalidate();
        repaint();
    }

    /** Begins with the first lesson where none was opened. */
    @Override
    public void setVisible(boolean visible) {
        if (visible && panels.isEmpty()) {
            lessons.lessons().stream()
                    .findFirst()
                    .ifPresent(first -> open(first, first.pages().get(0).id()));
        }
        super.setVisible(visible);
    }

    /** Those not in sight change their look, too. */
    @Override
    public void updateUI() {
        super.updateUI();
        if (panels != null) {
            panels.values().stream()
                    .filter(panel -> panel.getParent() == null)
                    .forEach(SwingUtilities::updateComponentTreeUI);
        }
    }

    /** What a page does to the window: opens presets, and points at what the graph has. */
    record Desk(
            History history,
            GraphCanvas canvas,
            Consumer<String> preset,
            Predicate<String> fresh,
            Consumer<String> tell)
            implements LessonDesk {
        @Override
        public void openPreset(String id) {
            preset.accept(id);
        }

        @Override
        public boolean begin(String id) {
            return fresh.test(id);
        }

        @Override
        public void flashNode(NodeId node) {
            if (history.document().graph().has(node)) {
                canvas.flash(node);
            } else {
                tell.accept(WORDS.text("page.noNode", node));
            }
        }

        @Override
        public void flashEdge(Slot slot) {
            if (history.document().graph().into(slot).isPresent()) {
                canvas.flash(slot);
            } else {
                tell.accept(WORDS.text("page.noEdge", slot));
            }
        }
    }
}
