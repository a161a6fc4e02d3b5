package chainrule.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.editor.document.Samples;
import chainrule.editor.document.command.ChangeSettings;
import chainrule.editor.document.command.MoveNodes;
import chainrule.editor.session.Evaluation;
import chainrule.editor.theme.Colors;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Validation;
import chainrule.op.Literal;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GeometryTest {
    private final Document document = Samples.product();
    private final NodeId first = document.graph().nodes().iterator().next().id();
    private final Scene scene = fresh(document);

    private static Scene fresh(Document document) {
        return new Scene(document, numbers(document), Marks.none(), Colors.light());
    }

    private static Numbers numbers(Document document) {
        Validation validation = Validation.of(document.graph());
        return new Numbers(
                new Evaluation(document, Evaluation.State.REJECTED, validation, validation.problems(), null), null);
    }

    private Scene then(Document next) {
        return scene.then(next, numbers(next), Marks.none(), Colors.light());
    }

    @Test
    void aNumberThatChangesMovesNothing() {
        Document next = new ChangeSettings(first, "value", new Literal.Number(7)).applied(document);
        Scene after = then(next);
        assertThat(after.geometry().liesAs(scene.geometry())).isTrue();
        assertThat(after.geometry().ways()).isSameAs(scene.geometry().ways());
        assertThat(after.card(first).orElseThrow().node()).isSameAs(next.node(first));
        for (Node node : document.graph().nodes()) {
            assertThat(after.card(node.id()).orElseThrow().bounds())
                    .isSameAs(scene.card(node.id()).orElseThrow().bounds());
        }
    }

    @Test
    void ofANodeThatIsMovedOnlyItsCardAndItsEdgesAreLaidOutAnew() {
        Document next = new MoveNodes(Set.of(first), 40, 30).applied(document);
        Scene after = then(next);
        assertThat(after.geometry().liesAs(scene.geometry())).isFalse();
        next.graph().edges().forEach(edge -> {
            boolean touched =
                    edge.from().node().equals(first) || edge.to().node().equals(first);
            boolean kept = after.geometry().way(edge.to()) == scene.geometry().way(edge.to());
            assertThat(kept).as("%s", edge).isEqualTo(!touched);
        });
        assertThat(after.curve(firstEdge(next)).orElseThrow().at(0))
                .isEqualTo(fresh(next).curve(firstEdge(next)).orElseThrow().at(0));
    }

    @Test
    void aWayBesideAnotherIsTheSameFromFrameToFrameAndFollowsItsDistance() {
        EdgeCurve curve = scene.curve(firstEdge(document)).orElseThrow();
        assertThat(curve.beside(3)).isSameAs(curve.beside(3));
        assertThat(curve.beside(5).at(0).getY()).isEqualTo(curve.at(0).getY() + 5);
    }

    private Slot firstEdge(Document of) {
        return of.graph().outOf(first).get(0).to();
    }
}
