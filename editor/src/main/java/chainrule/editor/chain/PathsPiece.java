package chainrule.editor.chain;

import chainrule.editor.part.Link;
import chainrule.editor.part.Piece;
import chainrule.editor.part.Printed;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Typesetter;
import chainrule.exec.ExecutionPlan;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import chainrule.op.Formula;
import chainrule.tensor.Digits;
import chainrule.tensor.Tensor;
import chainrule.trace.ChainTex;
import chainrule.trace.PathProduct;
import chainrule.trace.Paths;
import com.formdev.flatlaf.util.UIScale;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;
import org.scilab.forge.jlatexmath.TeXIcon;

/** All paths from one output to the root: each with its product, and their sum. */
final class PathsPiece extends Piece {
    private static final Phrases WORDS = Phrases.of(PathsPiece.class);
    private static final long serialVersionUID = 1;
    private static final float FORMULA = 15f;
    private static final int MOST_PRINTED = 6;

    /** A sign of multiplication gets its spaces from what stands on both sides, and where a part begins nothing does. */
    private static final String LEADING_DOT = "^\\\\cdot ";

    private static final String SPACED_DOT = "\\\\:\\\\cdot\\\\: ";
    private static final int MOST_NAMED = 16;
    private static final int MOST_IN_LINE = 32;
    /** Paths of more edges have their number in the next line. */
    private static final int MOST_BESIDE = 3;

    private static final int MOST_COUNTED = 40;

    private final transient Pointer pointer;
    private final transient Typesetter typesetter;
    private final transient ExecutionPlan plan;

    PathsPiece(Pointer pointer, Typesetter typesetter, ExecutionPlan plan) {
        super("");
        this.pointer = pointer;
        this.typesetter = typesetter;
        this.plan = plan;
        setName("chain.paths");
    }

    /** Shows what the engine worked out. */
    void show(Worked worked) {
        Paths paths = worked.paths();
        String from = paths.from().node().last();
        Tensor gradient = worked.gradient();
        if (gradient == null) {
            add(text(WORDS.text("paths.none", from, worked.root())));
            return;
        }
        List<PathProduct> products = worked.products();
        add(text(sentence(paths, from, worked.root())));
        JPanel card = card(Colors.current().gradientGround());
        for (int i = 0; i < products.size(); i++) {
            path(card, i, products.get(i), paths.from());
        }
        if (!paths.complete()) {
            rest(card, worked, gradient);
        }
        Rows.add(
                card,
                "chain.paths.sum",
                Rows.link(
                        "= " + Formula.bar(from),
                        Colors.current().gradient(),
                        () -> pointer.node(paths.from().node())),
                Told.of(gradient),
                Colors.current().gradient());
        add(card);
    }

    /** What the paths that are not listed contribute together. */
    private void rest(JPanel card, Worked worked, Tensor gradient) {
        Tensor shown = worked.products().stream()
                .map(PathProduct::contribution)
                .reduce(Tensor::plus)
                .orElse(gradient);
        Rows.add(
                card,
                "chain.paths.rest",
                Rows.link(
                        "+ " + WORDS.text("paths.rest"),
                        Colors.current().quiet(),
                        () -> pointer.node(worked.paths().from().node())),
                Told.of(gradient.plus(shown.map(x -> -x))),
                Colors.current().gradient());
    }

    private static String sentence(Paths paths, String from, String root) {
        BigInteger count = paths.count();
        if (count.equals(BigInteger.ONE)) {
            return WORDS.text("paths.one", from, root);
        }
        String number = count.bitLength() <= MOST_COUNTED
                ? count.toString()
                : WORDS.text("paths.about", Digits.brief(count.doubleValue()));
        String all = WORDS.text("paths.all", number, from, root);
        return paths.complete()
                ? all
                : all + " " + WORDS.text("paths.first", paths.listed().size());
    }

    private void path(JPanel card, int index, PathProduct product, Source from) {
        List<Slot> edges =
                product.factors().stream().map(factor -> factor.hop().slot()).toList();
        Link link = Rows.link(
                (index == 0 ? "" : "+ ") + way(product, from), Colors.current().gradient(), () -> pointer.edges(edges));
        link.setToolTipText(way(product, from));
        if (product.factors().size() > MOST_BESIDE) {
            link.breakAtArrows(MOST_IN_LINE);
            Rows.addBelow(
                    card,
                    "chain.path." + index,
                    link,
                    Told.of(product.contribution()),
                    Colors.current().gradient());
        } else {
            Rows.add(
                    card,
                    "chain.path." + index,
                    link,
                    Told.of(product.contribution()),
                    Colors.current().gradient());
        }
        if (product.isOfNumbers() && !edges.isEmpty() && edges.size() <= MOST_PRINTED) {
            card.add(printed(new ChainTex(plan).pathInParts(product)));
        }
    }

    /** A product that is broken into lines where it is wide. */
    private Printed printed(List<String> parts) {
        List<TeXIcon> icons = parts.stream()
                .flatMap(part -> typesetter
                        .formula(
                                part.replaceFirst(LEADING_DOT, SPACED_DOT),
                                UIScale.scale(FORMULA),
                                Colors.current().text(),
                                false)
                        .stream())
                .toList();
        return new Printed(icons, String.join(" ", parts));
    }

    /** The nodes of a path: {@code b → d → e}; the middle of a long one is left out. */
    private static String way(PathProduct product, Source from) {
        List<String> names = new ArrayList<>(List.of(from.node().last()));
        product.factors().forEach(factor -> names.add(factor.hop().slot().node().last()));
        if (names.size() > MOST_NAMED) {
            List<String> ends = new ArrayList<>(names.subList(0, MOST_NAMED / 2));
            ends.add("…");
            ends.addAll(names.subList(names.size() - MOST_NAMED / 2 + 1, names.size()));
            return String.join(" → ", ends);
        }
        return String.join(" → ", names);
    }
}
