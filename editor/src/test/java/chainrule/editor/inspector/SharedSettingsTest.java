package chainrule.editor.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.PanelFixture;
import chainrule.editor.document.Document;
import chainrule.editor.document.command.ChangeSettingOfAll;
import chainrule.editor.document.command.ChangeSettings;
import chainrule.editor.part.Paragraph;
import chainrule.graph.NodeId;
import chainrule.op.Literal;
import java.awt.event.KeyEvent;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SharedSettingsTest {
    private static final NodeId A = NodeId.of("a");
    private static final NodeId B = NodeId.of("b");
    private static final NodeId C = NodeId.of("c");

    private static PanelFixture selected(NodeId... nodes) {
        PanelFixture fixture = PanelFixture.of("m0-two-paths", InspectorPanel::new);
        PanelFixture.run(() -> fixture.bench.selection().select(Set.of(nodes), Set.of()));
        return fixture;
    }

    private static Object std(Document document, NodeId node) {
        return document.node(node).settings().literals().get("std");
    }

    @Test
    void anEditChangesEveryNodeInOneStep() {
        try (PanelFixture fixture = selected(A, B)) {
            fixture.window.textBox("setting.std").selectAll().enterText("3").pressAndReleaseKeys(KeyEvent.VK_ENTER);
            assertThat(std(fixture.document(), A)).isEqualTo(new Literal.Number(3));
            assertThat(std(fixture.document(), B)).isEqualTo(new Literal.Number(3));
            assertThat(PanelFixture.on(() -> fixture.bench.history().undoLabel()))
                    .contains("Change std of 2 nodes");
            PanelFixture.run(() -> fixture.bench.history().undo());
            assertThat(std(fixture.document(), A)).isNull();
        }
    }

    @Test
    void whatDiffersIsSaid() {
        try (PanelFixture fixture = selected(A, B)) {
            PanelFixture.run(
                    () -> fixture.bench.history().perform(new ChangeSettings(A, "seed", new Literal.Number(7))));
            boolean said = PanelFixture.on(() -> fixture
                    .window
                    .robot()
                    .finder()
                    .findAll(c -> c instanceof Paragraph p
                            && p.isShowing()
                            && p.getText().contains("seed"))
                    .stream()
                    .findAny()
                    .isPresent());
            assertThat(said).isTrue();
        }
    }

    @Test
    void nodesOfOtherKindsShareNothing() {
        try (PanelFixture fixture = selected(A, C)) {
            assertThat(fixture.window.robot().finder().findAll(c -> "setting.std".equals(c.getName()) && c.isShowing()))
                    .isEmpty();
        }
    }

    @Test
    void theCommandPutsSettingsBackToo() {
        try (PanelFixture fixture = selected(A, B)) {
            ChangeSettingOfAll reset = new ChangeSettingOfAll(Set.of(A, B), "value", null);
            assertThat(reset.label()).isEqualTo("Reset value of 2 nodes");
            Document back = reset.applied(fixture.document());
            assertThat(back.node(A).settings().literals()).doesNotContainKey("value");
        }
    }
}
