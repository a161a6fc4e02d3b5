package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.file.Questions.Unsaved;
import chainrule.language.Language;
import java.awt.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.swing.JMenu;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanguageTest {
    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);
    private final AtomicInteger ended = new AtomicInteger();
    private final List<EditorFrame> opened = new ArrayList<>();

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    @Test
    void theLanguageChangesInTheOpenWindowAndTheDocumentStays() {
        try (WindowFixture fixture = WindowFixture.open()) {
            EditorFrame english = window(fixture, "preset:b3-mazur");
            assertThat(menus(english)).startsWith("File", "Edit", "Arrange", "View");
            fixture.run(() -> english.actions().get("view.language.de").run());
            EditorFrame german = onlyOther();
            assertThat(menus(german)).startsWith("Datei", "Bearbeiten", "Anordnen", "Ansicht");
            assertThat(german.filing().title()).contains("b3-mazur");
            assertThat(german.actions().get("view.language.de").isChoice()).isTrue();
            assertThat(new LanguageChoice(fixture.preferences).chosen()).contains(Language.GERMAN);
            fixture.run(() -> german.actions().get("view.language.system").run());
            assertThat(menus(onlyOther())).startsWith("File");
            assertThat(ended).hasValue(0);
            GuiActionRunner.execute(onlyOther()::leave);
            assertThat(ended).hasValue(1);
        }
    }

    @Test
    void whoKeepsADocumentKeepsTheLanguage() {
        try (WindowFixture fixture = WindowFixture.open()) {
            EditorFrame frame = window(fixture, "preset:b3-mazur");
            fixture.answers.unsaved = Unsaved.CANCEL;
            fixture.run(() -> {
                frame.canvas().requestFocusInWindow();
                frame.actions().get("edit.selectAll").run();
                frame.actions().get("edit.delete").run();
                frame.actions().get("view.language.de").run();
            });
            assertThat(frame.isDisplayable()).isTrue();
            assertThat(menus(frame)).startsWith("File");
            assertThat(Language.current()).isEqualTo(Language.ENGLISH);
            assertThat(new LanguageChoice(fixture.preferences).chosen()).isEmpty();
            GuiActionRunner.execute(frame::leave);
        }
    }

    @Test
    void withoutAChoiceItIsTheLanguageOfTheSystem() {
        LanguageChoice choice = new LanguageChoice(MemoryPreferences.empty(), Language.GERMAN);
        choice.install();
        assertThat(Language.current()).isEqualTo(Language.GERMAN);
        choice.choose(Language.ENGLISH);
        assertThat(choice.chosen()).isEqualTo(Optional.of(Language.ENGLISH));
        assertThat(Language.current()).isEqualTo(Language.ENGLISH);
        choice.followSystem();
        assertThat(choice.chosen()).isEmpty();
        assertThat(Language.current()).isEqualTo(Language.GERMAN);
    }

    private EditorFrame window(WindowFixture fixture, String document) {
        GuiActionRunner.execute(() -> {
            opened.add(fixture.frame);
            new Windows(fixture.around, ended::incrementAndGet).open(List.of(document));
        });
        return onlyOther();
    }

    /** The window on the screen that was not there before. */
    private EditorFrame onlyOther() {
        List<EditorFrame> others = GuiActionRunner.execute(() -> Stream.of(Frame.getFrames())
                .filter(EditorFrame.class::isInstance)
                .map(EditorFrame.class::cast)
                .filter(frame -> frame.isDisplayable() && !opened.contains(frame))
                .toList());
        assertThat(others).hasSize(1);
        return others.get(0);
    }

    private static List<String> menus(EditorFrame frame) {
        return GuiActionRunner.execute(() -> Stream.of(frame.getJMenuBar().getComponents())
                .filter(JMenu.class::isInstance)
                .map(menu -> ((JMenu) menu).getText())
                .toList());
    }
}
