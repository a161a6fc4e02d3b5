package chainrule.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.Samples;
import chainrule.editor.session.Evaluator;
import chainrule.editor.theme.Colors;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.tensor.Tensor;
import chainrule.trace.Trace;
import chainrule.trace.TraceCursor;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** What the canvas says where numbers stop being finite; steps here are x, e, n, seed, then the pulls. */
class NonFiniteTest {
    private final Evaluator evaluator = evaluator(1000);

    /** n = −exp x. */
    private static Evaluator evaluator(double x) {
        Document document = Samples.param("x", x, 40, 40).applied(Document.untitled());
        document = Samples.node("e", "exp", 340, 40).applied(document);
        document = Samples.node("n", "neg", 640, 40).applied(document);
        document = Samples.connect("x", "e", "x").applied(document);
        document = Samples.connect("e", "n", "x").applied(document);
        Evaluator evaluator = new Evaluator(new History(document), Runnable::run, Runnable::run, 64L << 20);
        evaluator.start();
        return evaluator;
    }

    private Scene at(int done) {
        Trace trace = evaluator.current().anyTrace().orElseThrow();
        return new Scene(
                evaluator.current().document(),
                new Numbers(evaluator.current(), new TraceCursor(trace, done)),
                Marks.none(),
                Colors.light());
    }

    private static Card card(Scene scene, String node) {
        return scene.card(NodeId.of(node)).orElseThrow();
    }

    @Test
    void theFirstNodeSaysSoFromItsStepOn() {
        assertThat(Footnote.of(at(1), card(at(1), "e"))).isEmpty();
        Scene scene = at(2);
        assertThat(Footnote.of(scene, card(scene, "e")).orElseThrow().lines())
                .containsExactly("This is the first to be infinite, at step 2.");
        assertThat(Footnote.of(at(6), card(at(6), "n"))).isEmpty();
        assertThat(new NodeAccess(card(scene, "e"), scene, 0).getAccessibleDescription())
                .endsWith("This is the first to be infinite, at step 2.");
        assertThat(new Tips(scene).at(new Hit.OnNode(NodeId.of("e"))).orElseThrow())
                .contains("This is the first to be infinite, at step 2.");
    }

    @Test
    void theStepAtWhichItHappensSaysSo() {
        Trace trace = evaluator.current().anyTrace().orElseThrow();
        assertThat(StepSentence.at(new TraceCursor(trace, 2)))
                .contains("Step 2 of 6 · compute e; it is the first to be infinite");
        assertThat(StepSentence.at(new TraceCursor(trace, 3))).contains("Step 3 of 6 · compute n");
    }

    @Test
    void noChipLiesOverTheSentence() {
        Scene scene = at(6);
        Footnote note = Footnote.of(scene, card(scene, "e")).orElseThrow();
        for (Slot slot : new Slot[] {Slot.of("e", "x"), Slot.of("n", "x")}) {
            assertThat(scene.chips().value(slot).orElseThrow().box().intersects(note.box()))
                    .isFalse();
        }
    }

    @Test
    void everyNodeThatItSpreadsToIsRed() {
        Numbers numbers = at(3).numbers();
        assertThat(numbers.finite(Source.of(NodeId.of("x")))).isTrue();
        assertThat(numbers.finite(Source.of(NodeId.of("n")))).isFalse();
        assertThat(red(evaluator)).isGreaterThan(red(evaluator(1)) + 500);
        assertThat(red(evaluator(1))).isZero();
    }

    @Test
    void aStripSaysThatSomeNumbersAreNone() {
        assertThat(new HeatStrip(Tensor.vector(1, Double.NaN, 3, 4), Colors.light()).range())
                .isEqualTo("has NaN");
        assertThat(new HeatStrip(Tensor.vector(1, Double.POSITIVE_INFINITY, 3, 4), Colors.light()).range())
                .isEqualTo("1 … ∞");
    }

    private static int red(Evaluator evaluator) {
        BufferedImage image = new GraphPicture(evaluator.current(), null, Colors.light()).image(1);
        Color red = Colors.light().problem();
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == (red.getRGB() & 0xFFFFFF) ? 1 : 0;
            }
        }
        return count;
    }
}
