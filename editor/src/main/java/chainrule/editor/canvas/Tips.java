package chainrule.editor.canvas;

import chainrule.editor.session.Interior;
import chainrule.graph.Edge;
import chainrule.graph.Problem;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import chainrule.op.Presence;
import chainrule.tensor.Digits;
import chainrule.tensor.Tensor;
import java.util.Optional;

/** What is said of the thing under the pointer, with every digit. */
final class Tips {
    private static final Phrases WORDS = Phrases.of(Tips.class);
    private static final int MOST = 8;

    private final Scene scene;

    Tips(Scene scene) {
        this.scene = scene;
    }

    /** The text as HTML; empty where there is nothing to say. */
    Optional<String> at(Hit hit) {
        if (hit instanceof Hit.OnNode on) {
            return scene.card(on.node()).map(this::node);
        } else if (hit instanceof Hit.OnFold on) {
            return Optional.of(WORDS.text(scene.marks().unfolded().contains(on.node()) ? "tip.hide" : "tip.show"));
        } else if (hit instanceof Hit.OnSlot on) {
            return Optional.of(html(slot(on.slot())));
        } else if (hit instanceof Hit.OnSource on) {
            return Optional.of(html(source(on.source())));
        } else if (hit instanceof Hit.OnEdge on) {
            return scene.document().graph().into(on.slot()).map(e -> html(edge(e)));
        }
        return Optional.empty();
    }

    /** A value in a few words, for those who cannot see it. */
    static String value(Numbers numbers, Source source) {
        return numbers.value(source)
                .map(Digits::summary)
                .orElseGet(() -> WORDS.text(numbers.hidesValue(source) ? "tip.hidden" : "tip.unknown"));
    }

    /** A gradient in a few words, for those who cannot see it. */
    static String gradient(Numbers numbers, Source source) {
        boolean none = numbers.state(source) == Numbers.Gradient.NONE;
        return numbers.gradient(source)
                .map(Digits::summary)
                .orElseGet(() ->
                        WORDS.text(none ? "tip.none" : numbers.hidesGradient(source) ? "tip.hidden" : "tip.unknown"));
    }

    /** That a node is held, and what follows from it. */
    static Optional<String> held(Card card) {
        return card.node().type().presence() == Presence.HELD
                ? Optional.of(WORDS.text("tip.held", card.id().last()))
                : Optional.empty();
    }

    private String node(Card card) {
        StringBuilder text = new StringBuilder();
        text.append("<b>")
                .append(card.id())
                .append("</b> &nbsp; ")
                .append(escaped(card.node().type().label()));
        for (Problem problem : scene.numbers().problemsAt(card.id())) {
            text.append("<br>").append(escaped(problem.sentence()));
        }
        held(card).ifPresent(said -> text.append("<br>").append(escaped(said)));
        scene.numbers().nonFinite(card.id()).ifPresent(said -> text.append("<br>")
                .append(said));
        Ailment ailment = scene.marks().ailments().get(card.id());
        if (ailment != null) {
            text.append("<br>").append(escaped(ailment.sentence()));
        }
        for (Source output : card.outputs().keySet()) {
            String which = card.outputs().size() > 1 ? " " + output.port() : "";
            text.append(numbers(WORDS.text("tip.value") + which, scene.numbers().value(output)));
            text.append(
                    numbers(WORDS.text("tip.gradient") + which, scene.numbers().gradient(output)));
        }
        if (Interior.opens(card.node().type())) {
            text.append("<br><i>" + WORDS.text("tip.opens") + "</i>");
        }
        if (scene.numbers().stale()) {
            text.append("<br><i>" + WORDS.text("tip.stale") + "</i>");
        }
        return html(text.toString());
    }

    private String slot(Slot slot) {
        Optional<Edge> edge = scene.document().graph().into(slot);
        return edge.map(this::edge).orElseGet(() -> "<b>" + slot + "</b><br>" + WORDS.text("tip.free"));
    }

    private String source(Source source) {
        String shape = scene.numbers().shape(source).map(Object::toString).orElseGet(() -> WORDS.text("tip.shape"));
        return "<b>" + source + "</b> &nbsp; " + shape
                + numbers(WORDS.text("tip.value"), scene.numbers().value(source));
    }

    private String edge(Edge edge) {
        String shape =
                scene.numbers().shape(edge.from()).map(s -> " &nbsp; " + s).orElse("");
        return "<b>" + escaped(edge.toString()) + "</b>" + shape
                + numbers(WORDS.text("tip.value") + " →", scene.numbers().value(edge.from()))
                + numbers("← " + WORDS.text("tip.gradient"), scene.numbers().contribution(edge.to()))
                + Repetition.of(scene.document().graph(), scene.numbers(), edge.to())
                        .map(it -> "<br>" + escaped(it.sentence()))
                        .orElse("");
    }

    private static String numbers(String name, Optional<Tensor> tensor) {
        return tensor.map(t -> "<br>" + name + " " + table(t)).orElse("");
    }

    private static String table(Tensor tensor) {
        if (tensor.shape().isScalar()) {
            return "<tt>" + Digits.full(tensor.item()) + "</tt>";
        }
        NumberGrid grid = NumberGrid.of(tensor.shape());
        StringBuilder text = new StringBuilder(tensor.shape().toString());
        text.append(", ").append(WORDS.text("tip.length", Digits.significant(tensor.norm(), 4)));
        text.append("<table cellspacing=1 cellpadding=1>");
        for (int row = 0; row < Math.min(grid.rows(), MOST); row++) {
            text.append("<tr>");
            for (int column = 0; column < Math.min(grid.columns(), MOST); column++) {
                text.append("<td align=right><tt>")
                        .append(Digits.significant(grid.at(tensor, row, column), 6))
                        .append("&nbsp;</tt></td>");
            }
            text.append(grid.columns() > MOST ? "<td>…</td></tr>" : "</tr>");
        }
        return text.append(grid.rows() > MOST ? "<tr><td>…</td></tr></table>" : "</table>")
                .toString();
    }

    private static String html(String text) {
        return "<html>" + text + "</html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
