package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.command.ChangeSettings;
import chainrule.graph.NodeId;
import chainrule.lessons.Lesson;
import chainrule.lessons.LessonCatalog;
import chainrule.op.Literal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A page puts its graph on the canvas to begin with, and back to how it was to begin again. */
class LessonWindowTest {
    private static final NodeId X = NodeId.of("x");

    private final Lesson lesson = LessonCatalog.standard().lesson(0).orElseThrow();

    private static Optional<Literal> value(WindowFixture editor) {
        return Optional.ofNullable(editor.frame
                .bench()
                .history()
                .document()
                .node(X)
                .settings()
                .literals()
                .get("value"));
    }

    @Test
    void toBeginAgainIsAnEditThatCanBeUndone() throws InterruptedException {
        try (WindowFixture editor = WindowFixture.open()) {
            editor.run(() ->
                    editor.frame.current().read(lesson, lesson.page("slope").orElseThrow()));
            editor.window.button("lesson.begin").click();
            editor.awaitRun();
            assertThat(value(editor)).contains(new Literal.Number(3));
            editor.run(() -> editor.frame.bench().perform(new ChangeSettings(X, "value", new Literal.Number(7))));
            editor.window.button("lesson.begin").requireText("Start again").click();
            assertThat(value(editor)).contains(new Literal.Number(3));
            assertThat(editor.answers.asked)
                    .as("nothing is lost, so nothing is asked")
                    .isEmpty();
            editor.run(() -> editor.frame.actions().get("edit.undo").run());
            assertThat(value(editor)).contains(new Literal.Number(7));
            editor.run(() -> editor.frame.bench().history().markSaved());
        }
    }
}
