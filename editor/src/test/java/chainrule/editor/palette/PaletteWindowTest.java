package chainrule.editor.palette;

import static chainrule.editor.PanelFixture.on;
import static chainrule.editor.PanelFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.MemoryPreferences;
import chainrule.editor.PanelFixture;
import chainrule.op.NodeType;
import java.awt.Point;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.prefs.Preferences;
import javax.swing.JList;
import javax.swing.JPanel;
import org.assertj.swing.core.matcher.JTextComponentMatcher;
import org.junit.jupiter.api.Test;

class PaletteWindowTest {
    private final Preferences preferences = MemoryPreferences.empty();
    private final List<String> added = new ArrayList<>();

    @Test
    void theFilterFindsAndEnterAdds() {
        try (PanelFixture fixture = palette()) {
            fixture.window.textBox("palette.filter").enterText("tanh");
            assertThat(on(() -> list(fixture).getModel().getSize())).isLessThan(20);
            fixture.window.textBox("palette.filter").pressAndReleaseKeys(KeyEvent.VK_ENTER);
            assertThat(added).containsExactly("tanh");
        }
    }

    @Test
    void aDoubleClickAddsAndAClickOnAShelfClosesIt() {
        try (PanelFixture fixture = palette()) {
            fixture.window.list("palette.list").item(1).doubleClick();
            assertThat(added).hasSize(1);
            int before = on(() -> list(fixture).getModel().getSize());
            fixture.window.list("palette.list").item(0).click();
            assertThat(on(() -> list(fixture).getModel().getSize())).isLessThan(before);
        }
    }

    @Test
    void anEntryIsDraggedAsTheTextThatTheCanvasTakes() throws Exception {
        try (PanelFixture fixture = palette()) {
            run(() -> list(fixture).setSelectedIndex(1));
            Transferable dragged = on(() -> new TypeTransfer().createTransferable(list(fixture)));
            assertThat(dragged.getTransferData(DataFlavor.stringFlavor))
                    .asString()
                    .startsWith("chainrule-node:");
        }
    }

    @Test
    void aPieceIsDraggedAsItsProgramAndAddedByADoubleClick() throws Exception {
        try (PanelFixture fixture = palette()) {
            fixture.window.textBox("palette.filter").enterText("one neuron");
            fixture.window.list("palette.list").item(1).doubleClick();
            assertThat(added).containsExactly("neuron");
            Transferable dragged = on(() -> new TypeTransfer().createTransferable(list(fixture)));
            assertThat(dragged.getTransferData(DataFlavor.stringFlavor))
                    .asString()
                    .contains("y = sigmoid(z)");
        }
    }

    @Test
    void aStarIsGivenByAKeyAndAClickAndIsRemembered() {
        try (PanelFixture fixture = palette()) {
            fixture.window.textBox("palette.filter").enterText("tanh");
            run(() -> list(fixture).setSelectedIndex(1));
            fixture.window.list("palette.list").focus();
            run(() -> list(fixture).getActionMap().get("edit typed *").actionPerformed(null));
            run(() -> fixture.window.textBox("palette.filter").target().setText(""));
            assertThat(on(() -> RowRenderer.name((Row) list(fixture).getModel().getElementAt(0))))
                    .isEqualTo("Starred");
        }
        try (PanelFixture fixture = palette()) {
            assertThat(on(() -> RowRenderer.name((Row) list(fixture).getModel().getElementAt(1))))
                    .isEqualTo("Clamp");
            run(() -> {
                java.awt.Rectangle line = list(fixture).getCellBounds(1, 1);
                list(fixture)
                        .dispatchEvent(new java.awt.event.MouseEvent(
                                list(fixture),
                                java.awt.event.MouseEvent.MOUSE_PRESSED,
                                0,
                                0,
                                line.x + line.width - 14,
                                line.y + line.height / 2,
                                1,
                                false,
                                java.awt.event.MouseEvent.BUTTON1));
            });
            assertThat(on(() -> RowRenderer.name((Row) list(fixture).getModel().getElementAt(0))))
                    .isEqualTo("Sources");
            assertThat(added).isEmpty();
        }
    }

    @Test
    void thePopupIsUsedFromTheKeyboardAndRemembersWhatWasUsed() {
        JPanel canvas = new JPanel();
        List<NodeType> chosen = new ArrayList<>();
        try (PanelFixture fixture = PanelFixture.of("m0-dot", bench -> canvas)) {
            SearchPopup popup = on(() -> {
                canvas.setFocusable(true);
                return new SearchPopup(fixture.bench::types, preferences);
            });
            run(() -> popup.open(canvas, new Point(20, 20), chosen::add));
            fixture.window.textBox("search.field").enterText("sq");
            String second = on(() -> found(fixture).getModel().getElementAt(1).toString());
            fixture.window.textBox("search.field").pressAndReleaseKeys(KeyEvent.VK_DOWN, KeyEvent.VK_ENTER);
            assertThat(chosen).extracting(NodeType::id).containsExactly(second);
            assertThat(on(popup::isOpen)).isFalse();

            run(() -> popup.open(canvas, new Point(20, 20), chosen::add));
            assertThat(on(() -> found(fixture).getModel().getElementAt(0).toString()))
                    .isEqualTo(second);
            fixture.window
                    .textBox(JTextComponentMatcher.withName("search.field"))
                    .pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
            assertThat(on(popup::isOpen)).isFalse();
            assertThat(chosen).hasSize(1);
        }
    }

    @Test
    void thePopupOffersOnlyWhatIsAllowed() {
        JPanel canvas = new JPanel();
        try (PanelFixture fixture = PanelFixture.of("m0-dot", bench -> canvas)) {
            SearchPopup popup = on(() -> new SearchPopup(fixture.bench::types, preferences));
            run(() -> popup.open(canvas, new Point(900, 900), t -> t.id().equals("tanh"), t -> {}));
            assertThat(on(() -> found(fixture).getModel().getSize())).isEqualTo(1);
            run(popup::close);
        }
    }

    @Test
    void allShelvesCloseAndThatIsRemembered() {
        int shelves;
        try (PanelFixture fixture = palette()) {
            fixture.window.button("palette.fold").click();
            shelves = on(() -> list(fixture).getModel().getSize());
        }
        try (PanelFixture fixture = palette()) {
            assertThat(on(() -> list(fixture).getModel().getSize())).isEqualTo(shelves);
            fixture.window.button("palette.fold").click();
            assertThat(on(() -> list(fixture).getModel().getSize())).isGreaterThan(3 * shelves);
        }
    }

    @Test
    void thePopupRemembersItsSizeAndWhatWasUsedInTheNextSession() {
        JPanel canvas = new JPanel();
        try (PanelFixture fixture = PanelFixture.of("m0-dot", bench -> canvas)) {
            SearchPopup first = on(() -> new SearchPopup(fixture.bench::types, preferences));
            run(() -> first.open(canvas, new Point(20, 20), t -> {}));
            fixture.window.textBox("search.field").enterText("gelu").pressAndReleaseKeys(KeyEvent.VK_ENTER);
            run(() -> first.open(canvas, new Point(20, 20), t -> {}));
            run(() -> {
                java.awt.Component grip = fixture.window.robot().finder().findByName("search.size");
                for (int id :
                        new int[] {java.awt.event.MouseEvent.MOUSE_DRAGGED, java.awt.event.MouseEvent.MOUSE_RELEASED}) {
                    grip.dispatchEvent(new java.awt.event.MouseEvent(grip, id, 0, 0, -60, -40, 1, false, 1));
                }
                first.close();
            });
            SearchPopup next = on(() -> new SearchPopup(fixture.bench::types, preferences));
            run(() -> next.open(canvas, new Point(20, 20), t -> {}));
            java.awt.Dimension size = on(first::getSize);
            java.awt.Dimension again = on(next::getSize);
            assertThat(again).isEqualTo(size);
            assertThat(on(() -> found(fixture).getModel().getElementAt(0).toString()))
                    .contains("gelu");
            run(next::close);
        }
    }

    private PanelFixture palette() {
        return PanelFixture.of(
                "m0-dot",
                bench -> new PalettePanel(
                        bench, preferences, type -> added.add(type.id()), piece -> added.add(piece.id())));
    }

    private static JList<?> list(PanelFixture fixture) {
        return fixture.window.list("palette.list").target();
    }

    private static JList<?> found(PanelFixture fixture) {
        return fixture.window.list("search.list").target();
    }
}
