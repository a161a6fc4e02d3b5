package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.graph.NodeId;
import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import javax.accessibility.AccessibleContext;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JSlider;
import javax.swing.JTable;
import javax.swing.JTree;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a screen reader is told: a name for everything that can have the focus, and every node of the canvas. */
class AccessTest {
    private WindowFixture editor;

    @BeforeEach
    void open() throws Exception {
        editor = WindowFixture.open();
        editor.openAndRun("m0-two-paths");
    }

    @AfterEach
    void close() {
        editor.close();
    }

    @Test
    void everythingThatCanHaveTheFocusHasAName() {
        List<String> nameless = new ArrayList<>();
        editor.run(() -> {
            for (String panel : List.of("panel.lesson")) {
                editor.frame.actions().get(panel).run();
            }
            editor.frame.actions().get("edit.find").run();
            collect(editor.frame, nameless);
            editor.frame.bench().selection().select(NodeId.of("a"));
        });
        editor.run(() -> collect(editor.frame, nameless));
        editor.run(() -> {
            editor.frame.showStart();
            collect(editor.frame, nameless);
        });
        assertThat(nameless).isEmpty();
    }

    @Test
    void theCanvasHasAChildForEachNodeThatSaysWhatItIs() {
        editor.run(() -> {
            AccessibleContext canvas = editor.frame.canvas().keyboard().getAccessibleContext();
            assertThat(canvas.getAccessibleChildrenCount()).isEqualTo(5);
            AccessibleContext c = canvas.getAccessibleChild(2).getAccessibleContext();
            assertThat(c.getAccessibleName()).isEqualTo("c, a + b, 2 of 2 inputs connected");
            assertThat(c.getAccessibleDescription()).isEqualTo("value 3, gradient 2");
        });
    }

    private static void collect(Component component, List<String> nameless) {
        if (!component.isVisible()) {
            return;
        }
        if (speaks(component)) {
            String name = component.getAccessibleContext().getAccessibleName();
            if (name == null || name.isBlank()) {
                nameless.add(component.getClass().getName() + " " + component.getName() + " in "
                        + component.getParent().getClass().getSimpleName());
            }
        }
        if (component instanceof Container container) {
            for (Component child : container.getComponents()) {
                collect(child, nameless);
            }
        }
    }

    private static boolean speaks(Component component) {
        boolean kind = component instanceof AbstractButton
                || component instanceof JTextComponent
                || component instanceof JComboBox<?>
                || component instanceof JList<?>
                || component instanceof JTable
                || component instanceof JTree
                || component instanceof JSlider
                || (component instanceof JComponent own
                        && own.getInputMap(JComponent.WHEN_FOCUSED).size() > 0);
        return kind
                && component.isFocusable()
                && !component.getClass().getName().startsWith("com.formdev");
    }
}
