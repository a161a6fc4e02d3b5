package chainrule.editor.canvas;

import chainrule.editor.theme.Fonts;
import chainrule.exec.Step;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import chainrule.tensor.Digits;
import chainrule.tensor.Tensor;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sum that a gradient is where several edges leave a node: {@code 2 + …} while contributions are missing,
 * {@code 2 + 3 = 5} once all are there.
 *
 * @param text the sum
 * @param more a second line, or empty
 * @param now whether the step that was done last belongs to it
 */
record SumLabel(String text, String more, boolean now, Rectangle2D box) {
    private static final Phrases WORDS = Phrases.of(SumLabel.class);
    private static final int MOST_TERMS = 4;

    static Optional<SumLabel> of(Scene scene, Card card) {
        Numbers numbers = scene.numbers();
        Source source = card.firstOutput();
        List<Slot> slots = numbers.contributors(source);
        if (slots.size() < 2 || numbers.stale() || card.collapsed()) {
            return Optional.empty();
        }
        List<Slot> missing = slots.stream()
                .filter(s -> numbers.contribution(s).isEmpty() && !numbers.hides(s))
                .toList();
        if (missing.size() == slots.size()) {
            return Optional.empty();
        }
        boolean now = numbers.marked().filter(s -> about(scene, s, source)).isPresent();
        String sum = sum(numbers, source, slots);
        String text = now ? WORDS.text("sum.gets", card.id().last(), slots.size(), sum) : sum;
        String more = now && !missing.isEmpty() ? toCome(missing) : "";
        return Optional.of(new SumLabel(text, more, now, box(card, text, more, now)));
    }

    /** The room below a card that its sum takes at the end of the pass, whether or not it is there yet. */
    static Rectangle2D reserved(Numbers numbers, Card card) {
        return box(card, sum(numbers.atEnd(), card.firstOutput(), numbers.contributors(card.firstOutput())), "", false);
    }

    static Font font(boolean now) {
        return now ? Fonts.ui(11.5, true) : Fonts.mono(11.5, false);
    }

    static Font small() {
        return Fonts.ui(11, false);
    }

    private static boolean about(Scene scene, Step step, Source source) {
        if (step instanceof Step.Pull) {
            return scene.numbers().contributors(source).stream().anyMatch(scene.numbers()::isPulled);
        }
        return step instanceof Step.Accumulate accumulate && accumulate.output().equals(source);
    }

    private static String sum(Numbers numbers, Source source, List<Slot> slots) {
        List<String> terms = new ArrayList<>();
        boolean complete = true;
        for (Slot slot : slots) {
            Optional<Tensor> term = numbers.contribution(slot);
            complete &= term.isPresent() || numbers.hides(slot);
            term.ifPresent(t -> terms.add(
                    t.shape().isScalar()
                            ? Digits.factor(t.item(), 4)
                            : t.shape().toString()));
            if (numbers.hides(slot)) {
                terms.add(ChipText.HIDDEN);
            }
        }
        boolean scalars = numbers.shape(source).filter(s -> s.isScalar()).isPresent();
        if (!scalars || terms.size() > MOST_TERMS) {
            return complete
                    ? WORDS.text("sum.of", slots.size())
                    : WORDS.text("sum.arrived", slots.size(), terms.size());
        }
        String left = String.join(" + ", terms);
        Optional<Tensor> total = numbers.gradient(source);
        if (complete && numbers.hidesGradient(source)) {
            return left + " = " + ChipText.HIDDEN;
        }
        return left
                + (complete && total.isPresent()
                        ? " = " + Digits.brief(total.get().item())
                        : " + …");
    }

    private static String toCome(List<Slot> missing) {
        return WORDS.count("sum.missing", missing.size(), missing.get(0).node().last());
    }

    private static Rectangle2D box(Card card, String text, String more, boolean now) {
        double width = Math.max(Lettering.width(text, font(now)), Lettering.width(more, small())) + 16;
        double height = more.isEmpty() ? 20 : 36;
        double x = now || width > card.bounds().getWidth()
                ? card.bounds().getX()
                : card.bounds().getMaxX() - width;
        return new Rectangle2D.Double(x, card.bounds().getMaxY() + 6, width, height);
    }
}
