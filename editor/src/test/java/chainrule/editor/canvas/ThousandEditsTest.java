package chainrule.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.RandomEdits;
import chainrule.editor.document.Samples;
import chainrule.editor.session.Evaluation;
import chainrule.editor.theme.Colors;
import chainrule.graph.Validation;
import chainrule.io.GraphJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thousand edits, all undone, all redone: no document differs in a byte, and the cells follow all the way. */
class ThousandEditsTest {
    private static final int EDITS = 1000;
    private static final int BETWEEN = 50;

    private final History history = new History(Samples.product());
    private final GraphProjection projection = new GraphProjection(new CellGraph());

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void undoneAndRedone(long seed) throws Exception {
        String first = text();
        RandomEdits learner = new RandomEdits(history, seed);
        for (int i = 0; i < EDITS; i++) {
            learner.edit();
            follow(i);
        }
        String last = text();
        assertThat(GraphJson.write(GraphJson.read(last, Samples.CATALOG))).isEqualTo(last);
        for (int i = 0; i < EDITS; i++) {
            history.undo();
            follow(i);
        }
        assertThat(text()).isEqualTo(first);
        assertThat(history.undoLabel()).isEmpty();
        for (int i = 0; i < EDITS; i++) {
            history.redo();
            follow(i);
        }
        assertThat(text()).isEqualTo(last);
    }

    private void follow(int step) {
        projection.show(scene(history.document()));
        if (step % BETWEEN == 0 || step == EDITS - 1) {
            GraphProjection fresh = new GraphProjection(new CellGraph());
            fresh.show(scene(history.document()));
            assertThat(projection.described()).as("after %d", step).isEqualTo(fresh.described());
        }
    }

    private String text() {
        return GraphJson.write(history.document().file());
    }

    private static Scene scene(Document document) {
        Validation validation = Validation.of(document.graph());
        Evaluation evaluation =
                new Evaluation(document, Evaluation.State.REJECTED, validation, validation.problems(), null);
        return new Scene(document, new Numbers(evaluation, null), Marks.none(), Colors.light());
    }
}
