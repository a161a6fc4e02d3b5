package chainrule.editor.lesson;

import static chainrule.editor.PanelFixture.on;
import static chainrule.editor.PanelFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.editor.PanelFixture;
import chainrule.editor.theme.Typesetter;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.lessons.Lesson;
import chainrule.lessons.LessonCatalog;
import chainrule.lessons.LessonText;
import chainrule.lessons.Page;
import chainrule.op.NodeType;
import com.formdev.flatlaf.FlatDarkLaf;
import java.awt.Color;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.JTextPane;
import javax.swing.text.StyleConstants;
import org.assertj.swing.fixture.JTextComponentFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LessonPanelTest {
    private final List<String> asked = new ArrayList<>();

    static Stream<Page> pages() {
        return LessonCatalog.standard().lessons().stream().flatMap(l -> l.pages().stream());
    }

    static Stream<NodeType> types() {
        return StandardCatalog.create().types().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyFormulaOfAPageIsLatex(Page page) {
        for (String latex : LessonText.formulas(page.markdown())) {
            assertThat(new Typesetter().formula(latex, 16, Color.BLACK, true))
                    .as("%s: %s", page.id(), latex)
                    .isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyFormulaOfANodeTypeIsLatex(NodeType type) {
        assertThat(new Typesetter().formula(type.latex(), 16, Color.BLACK, true))
                .as(type.latex())
                .isPresent();
    }

    @Test
    void linksLeadToTheGraph() {
        try (PanelFixture fixture = panel("two-paths")) {
            JTextComponentFixture text = fixture.window.textBox("lesson.text");
            click(text, "the edge from c");
            click(text, "b");
            assertThat(asked).containsExactly("edge e.a", "node b");
        }
    }

    @Test
    void linksAreFollowedFromTheKeyboard() {
        try (PanelFixture fixture = panel("two-paths")) {
            fixture.window
                    .textBox("lesson.text")
                    .focus()
                    .pressAndReleaseKeys(KeyEvent.VK_TAB, KeyEvent.VK_TAB, KeyEvent.VK_ENTER);
            assertThat(asked).containsExactly("node c");
        }
    }

    @Test
    void pagesAreTurnedAndTheGraphIsOpened() {
        try (PanelFixture fixture = panel("think-of-it")) {
            fixture.window.button("lesson.back").requireDisabled();
            fixture.window.button("lesson.next").click();
            fixture.window.button("lesson.graph").click();
            assertThat(asked).containsExactly("preset m0-dot");
            fixture.window.comboBox("lesson.pages").requireSelection("2  In plain English");
        }
    }

    @Test
    void nextWaitsForTheStepsOfThePage() {
        try (PanelFixture fixture = panel("two-paths")) {
            fixture.window.button("lesson.next").requireDisabled();
            fixture.window.button("lesson.begin").click();
            assertThat(asked).containsExactly("begin m0-two-paths");
            assertThat(fixture.window.textBox("lesson.what").text()).startsWith("Go back in the pass");
            run(fixture.bench.stepper()::toStart);
            fixture.window.button("lesson.next").requireDisabled();
            fixture.window.button("lesson.show").click();
            assertThat(fixture.window.textBox("lesson.what").text()).startsWith("Go on to the end");
            run(fixture.bench.stepper()::toEnd);
            assertThat(fixture.window.textBox("lesson.what").text()).startsWith("Change a alone");
            fixture.window.button("lesson.show").click();
            fixture.window.button("lesson.next").requireEnabled();
            fixture.window.button("lesson.begin").requireText("Start again").click();
            fixture.window.button("lesson.next").requireDisabled();
        }
    }

    @Test
    void stepsCanBeLeftOut() {
        try (PanelFixture fixture = panel("two-paths")) {
            fixture.window.button("lesson.skip").click();
            fixture.window.button("lesson.next").requireEnabled().click();
            fixture.window.button("lesson.back").click();
            fixture.window.button("lesson.next").requireEnabled();
            fixture.window.button("lesson.begin").click();
            fixture.window.button("lesson.skip").click();
            assertThat(fixture.window.textBox("lesson.what").text())
                    .as("the sum is there already")
                    .startsWith("Change a alone");
            assertThat(asked).containsExactly("begin m0-two-paths");
        }
    }

    @Test
    void theThemeIsFollowed() {
        try (PanelFixture fixture = panel("math")) {
            JTextPane text = (JTextPane) fixture.window.textBox("lesson.text").target();
            Color light = on(() -> ink(text));
            run(() -> {
                FlatDarkLaf.setup();
                com.formdev.flatlaf.FlatLaf.updateUI();
            });
            assertThat(on(() -> ink(text))).isNotEqualTo(light);
        }
    }

    private static Color ink(JTextPane text) {
        return StyleConstants.getForeground(
                text.getStyledDocument().getCharacterElement(0).getAttributes());
    }

    private PanelFixture panel(String page) {
        Lesson lesson = LessonCatalog.standard().lesson(0).orElseThrow();
        return PanelFixture.of("m0-two-paths", bench -> {
            LessonPanel panel = new LessonPanel(
                    lesson,
                    new LessonDesk() {
                        @Override
                        public void openPreset(String id) {
                            asked.add("preset " + id);
                        }

                        @Override
                        public boolean begin(String id) {
                            asked.add("begin " + id);
                            return true;
                        }

                        @Override
                        public void flashNode(NodeId node) {
                            asked.add("node " + node);
                        }

                        @Override
                        public void flashEdge(Slot slot) {
                            asked.add("edge " + slot);
                        }
                    },
                    bench);
            panel.turnTo(page);
            return panel;
        });
    }

    private void click(JTextComponentFixture text, String words) {
        Point middle = on(() -> {
            JTextPane pane = (JTextPane) text.target();
            String all = pane.getDocument().getText(0, pane.getDocument().getLength());
            Rectangle2D at = pane.modelToView2D(all.indexOf(words));
            return new Point((int) at.getX() + 3, (int) at.getCenterY());
        });
        text.robot().click(text.target(), middle);
    }
}
