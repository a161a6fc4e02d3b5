package chainrule.editor.outline;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.PanelFixture;
import chainrule.editor.document.command.Rename;
import chainrule.graph.NodeId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list has the nodes that fit, and what is chosen in it is selected. */
class OutlinePanelTest {
    private final List<NodeId> revealed = new ArrayList<>();
    private PanelFixture editor;

    @BeforeEach
    void open() {
        editor = PanelFixture.of("m0-two-paths", bench -> new OutlinePanel(bench, revealed::add));
    }

    @AfterEach
    void close() {
        editor.close();
    }

    private String[] lines() {
        return editor.window.list("outline.nodes").contents();
    }

    @Test
    void everyNodeIsALine() {
        assertThat(lines()).hasSize(5);
        assertThat(lines()[0]).startsWith("a ").contains("Parameter");
        PanelFixture.run(() -> editor.bench.perform(new Rename(NodeId.of("a"), NodeId.of("flour"))));
        assertThat(lines()[0]).startsWith("flour ");
    }

    @Test
    void aFilterLeavesThoseThatFit() {
        editor.window.textBox("outline.filter").enterText("is:param");
        assertThat(lines()).hasSize(2);
    }

    @Test
    void aLineThatIsChosenIsSelectedAndShown() {
        editor.window.list("outline.nodes").selectItem(3);
        assertThat(PanelFixture.on(() -> editor.bench.selection().onlyNode())).contains(NodeId.of("d"));
        assertThat(revealed).containsExactly(NodeId.of("d"));
        PanelFixture.run(() -> editor.bench.selection().select(NodeId.of("b")));
        editor.window.list("outline.nodes").requireSelection(1);
        assertThat(revealed).as("only what is chosen here is moved into view").hasSize(1);
    }
}
