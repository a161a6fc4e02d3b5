package chainrule.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.session.Evaluator;
import chainrule.editor.theme.Colors;
import chainrule.graph.Graph;
import chainrule.graph.Slot;
import chainrule.io.GraphFile;
import chainrule.program.ProgramReader;
import chainrule.program.Reading;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** s = m + v for a matrix of two rows: v is taken for each row, and what comes back for the rows is added up. */
class RepetitionTest {
    private static final Slot A = Slot.of("s", "a");
    private static final Slot B = Slot.of("s", "b");
    private final Scene scene = scene(
            """
            m = param(value=[[1, 2, 3], [4, 5, 6]])
            v = param(value=[10, 20, 30])
            s = add(m, v)
            q = matmul(s, w)
            w = param(value=[[1], [1], [1]])
            y = sum(q)
            """);

    private static Scene scene(String program) {
        Reading reading = ProgramReader.read(program, StandardCatalog.create(), Graph.empty());
        Document document = new Document(GraphFile.untitled().with(((Reading.Understood) reading).graph()));
        Evaluator evaluator = new Evaluator(new History(document), Runnable::run, Runnable::run, 64L << 20);
        evaluator.start();
        return new Scene(document, new Numbers(evaluator.current(), null), Marks.none(), Colors.light());
    }

    private java.util.Optional<Repetition> at(Slot slot) {
        return Repetition.of(scene.document().graph(), scene.numbers(), slot);
    }

    @Test
    void onlyTheSmallerInputOfAnElementwiseNodeIsRepeated() {
        assertThat(at(B)).contains(new Repetition(Shape.of(3), Shape.of(2, 3)));
        assertThat(at(A)).isEmpty();
        assertThat(at(Slot.of("q", "b")))
                .as("a product of matrices repeats nothing")
                .isEmpty();
        assertThat(at(Slot.of("y", "x"))).isEmpty();
    }

    @Test
    void aHeldNodeRepeatsNothing() {
        Scene held = scene("m = param(value=[[1, 2], [3, 4]])\nv = param(value=[1, 2])\n"
                + "s = add(m, v) held [[1, 1], [2, 2]]\ny = sum(s)");
        assertThat(Repetition.of(held.document().graph(), held.numbers(), B)).isEmpty();
    }

    @Test
    void theWireSaysFromWhichShapeToWhichAndThatTheGradientIsAddedUp() {
        assertThat(new Tips(scene).at(new Hit.OnEdge(B)).orElseThrow())
                .contains("3 is repeated to 2×3 (broadcast); its gradient is added up to its own shape again.");
        assertThat(new Tips(scene).at(new Hit.OnEdge(A)).orElseThrow()).doesNotContain("repeated");
        assertThat(scene.numbers().finalContribution(B)).contains(Tensor.vector(2, 2, 2));
    }

    @Test
    void aBadgeIsPaintedBeforeThePort() {
        BufferedImage image = new BufferedImage(120, 40, BufferedImage.TYPE_INT_RGB);
        at(B).orElseThrow().paint(image.createGraphics(), Colors.light(), new Point2D.Double(110, 10));
        assertThat(image.getRGB(98, 16)).isNotEqualTo(image.getRGB(2, 2));
    }
}
