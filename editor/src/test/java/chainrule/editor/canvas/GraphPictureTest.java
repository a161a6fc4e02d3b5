package chainrule.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.Samples;
import chainrule.editor.document.command.Disconnect;
import chainrule.editor.session.Evaluation;
import chainrule.editor.session.Evaluator;
import chainrule.editor.theme.Colors;
import chainrule.graph.Slot;
import chainrule.trace.Trace;
import chainrule.trace.TraceCursor;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class GraphPictureTest {
    private final History history = new History(twoPaths());
    private final Evaluator evaluator = new Evaluator(history, Runnable::run, Runnable::run, 64L << 20);

    /** e = (a + b) · b, so that b's gradient is a sum. */
    private static Document twoPaths() {
        Document document = Samples.param("a", 2, 40, 40).applied(Document.untitled());
        document = Samples.param("b", 3, 40, 180).applied(document);
        document = Samples.node("c", "add", 340, 40).applied(document);
        document = Samples.node("e", "mul", 640, 100).applied(document);
        document = Samples.connect("a", "c", "a").applied(document);
        document = Samples.connect("b", "c", "b").applied(document);
        document = Samples.connect("c", "e", "a").applied(document);
        return Samples.connect("b", "e", "b").applied(document);
    }

    private BufferedImage at(int done, Colors colors, double scale) {
        Evaluation evaluation = evaluator.current();
        Trace trace = evaluation.anyTrace().orElseThrow();
        return new GraphPicture(evaluation, new TraceCursor(trace, done), colors).image(scale);
    }

    private static int count(BufferedImage image, Color color) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == (color.getRGB() & 0xFFFFFF) ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void gradientsAppearOnlyWhenTheyAreComputed() {
        evaluator.start();
        Colors colors = Colors.light();
        int steps = evaluator.current().anyTrace().orElseThrow().steps().size();
        assertThat(count(at(4, colors, 1), colors.gradientGround())).isZero();
        assertThat(count(at(steps, colors, 1), colors.gradientGround())).isGreaterThan(1000);
        assertThat(count(at(4, colors, 1), colors.value())).isGreaterThan(200);
    }

    @Test
    void theStepThatWasDoneLastIsMarkedInYellowAndViolet() {
        evaluator.start();
        Colors colors = Colors.dark();
        int steps = evaluator.current().anyTrace().orElseThrow().steps().size();
        BufferedImage inside = at(6, colors, 1);
        assertThat(count(inside, colors.now())).isGreaterThan(1000);
        assertThat(count(inside, colors.cursor())).isGreaterThan(50);
        assertThat(count(at(steps, colors, 1), colors.now())).isZero();
    }

    @Test
    void aProblemIsPaintedWhereItIsAndTheRestIsStale() {
        evaluator.start();
        Colors colors = Colors.light();
        assertThat(count(new GraphPicture(evaluator.current(), null, colors).image(1), colors.problem()))
                .isZero();
        history.perform(new Disconnect(Slot.of("e", "a")));
        BufferedImage broken = new GraphPicture(evaluator.current(), null, colors).image(1);
        assertThat(count(broken, colors.problem())).isGreaterThan(100);
        assertThat(count(broken, colors.gradientGround())).isZero();
    }

    @Test
    void aPictureAtTwiceTheScaleIsSharperNotJustLarger() {
        evaluator.start();
        BufferedImage once = at(4, Colors.light(), 1);
        BufferedImage twice = at(4, Colors.light(), 2);
        assertThat(twice.getWidth()).isEqualTo(2 * once.getWidth());
        int different = 0;
        for (int y = 0; y < once.getHeight(); y++) {
            for (int x = 0; x < once.getWidth(); x++) {
                different += twice.getRGB(2 * x, 2 * y) == twice.getRGB(2 * x + 1, 2 * y + 1) ? 0 : 1;
            }
        }
        assertThat(different).isGreaterThan(500);
    }

    @Test
    void theSumAtAFanOutFillsUp() {
        evaluator.start();
        Evaluation evaluation = evaluator.current();
        Trace trace = evaluation.anyTrace().orElseThrow();
        assertThat(sum(evaluation, new TraceCursor(trace, 6))).isEmpty();
        assertThat(sum(evaluation, new TraceCursor(trace, 7))).contains("b gets 2 contributions: 5 + …");
        assertThat(sum(evaluation, TraceCursor.atEnd(trace))).contains("5 + 3 = 8");
    }

    @Test
    void chipsCoverNeitherCardsNorEachOther() {
        evaluator.start();
        Scene scene =
                new Scene(history.document(), new Numbers(evaluator.current(), null), Marks.none(), Colors.light());
        var chips = history.document().graph().edges().stream()
                .flatMap(e -> scene.chips().value(e.to()).stream())
                .filter(c -> !c.dot())
                .toList();
        assertThat(chips).hasSize(4);
        for (Chip chip : chips) {
            assertThat(scene.cards()).noneMatch(card -> card.bounds().intersects(chip.box()));
            assertThat(chips).noneMatch(other -> other != chip && other.box().intersects(chip.box()));
        }
    }

    private java.util.Optional<String> sum(Evaluation evaluation, TraceCursor cursor) {
        Scene scene = new Scene(history.document(), new Numbers(evaluation, cursor), Marks.none(), Colors.light());
        return scene.cards().stream()
                .flatMap(card -> SumLabel.of(scene, card).stream())
                .map(SumLabel::text)
                .findFirst();
    }
}
