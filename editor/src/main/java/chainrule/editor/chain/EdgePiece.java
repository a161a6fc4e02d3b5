package chainrule.editor.chain;

import chainrule.editor.part.Link;
import chainrule.editor.part.NumberGrid;
import chainrule.editor.part.Paragraph;
import chainrule.editor.part.Piece;
import chainrule.editor.part.Printed;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Typesetter;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.LocalDerivative;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import chainrule.op.Formula;
import chainrule.tensor.Tensor;
import chainrule.trace.ChainLine;
import chainrule.trace.ChainTex;
import chainrule.trace.TensorWords;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import java.util.List;
import java.util.Objects;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/** Upstream times local is the gradient: one edge in symbols, in numbers, and as shapes. */
final class EdgePiece extends Piece {
    private static final Phrases WORDS = Phrases.of(EdgePiece.class);
    private static final long serialVersionUID = 1;
    private static final float FORMULA = 18f;

    private final transient Typesetter typesetter;
    private final transient Pointer pointer;
    private final transient ExecutionPlan plan;
    private final transient Slot edge;

    /**
     * @param worked what the engine answered, or null before it did
     * @param done whether the gradient has flowed back at the learner's place in the pass
     */
    EdgePiece(Pointer pointer, Typesetter typesetter, Subject subject, @Nullable ChainLine worked, boolean done) {
        super(WORDS.text("edge.title"));
        this.typesetter = typesetter;
        this.pointer = pointer;
        this.plan = Objects.requireNonNull(subject.cursor()).trace().plan();
        setName("chain.edge");
        Slot slot = Objects.requireNonNull(subject.edge());
        this.edge = slot;
        ChainTex tex = new ChainTex(plan);
        print(tex.rule(slot), Colors.current().text());
        ChainLine line = done ? worked : null;
        if (line != null && line.isOfNumbers()) {
            print("\\phantom{x} = " + tex.filled(line), Colors.current().gradient());
        }
        factors(slot, line);
        if (line != null) {
            TensorWords.of(plan, line).ifPresent(this::shapes);
            line.terms().forEach(this::jacobian);
        }
    }

    private void factors(Slot slot, @Nullable ChainLine line) {
        Colors colors = Colors.current();
        Source from = plan.feeding(slot);
        JPanel card = card(colors.gradientGround());
        if (line == null) {
            product(card, 0, plan.first(slot.node()), null);
        } else {
            for (int i = 0; i < line.terms().size(); i++) {
                product(card, i, line.terms().get(i).output(), line.terms().get(i));
            }
        }
        Rows.add(
                card,
                "chain.result",
                Rows.link("= " + Formula.bar(name(from)), colors.gradient(), () -> pointer.node(from.node())),
                line == null ? null : line.gradient(),
                colors.gradient());
        add(card);
    }

    /** One product: the link to what comes from upstream, and the link to the edge whose slope it is multiplied with. */
    private void product(JPanel card, int index, Source output, ChainLine.@Nullable Term term) {
        Colors colors = Colors.current();
        Slot slot = edge;
        String end = index == 0 ? "" : "." + index;
        Link upstream = Rows.link(
                (index == 0 ? "" : "+ ") + Formula.bar(name(output)),
                colors.gradient(),
                () -> pointer.node(slot.node()));
        Rows.add(card, "chain.upstream" + end, upstream, term == null ? null : term.upstream(), colors.gradient());
        String slope = "× ∂%s/∂%s".formatted(name(output), name(plan.feeding(slot)));
        Link local = Rows.link(slope, colors.value(), () -> pointer.edge(slot));
        if (term == null || isNumber(term.local())) {
            Rows.add(card, "chain.local" + end, local, term == null ? null : term.local(), colors.value());
        } else {
            local.setName("chain.local" + end);
            long rows = term.upstream().size();
            long columns = plan.shape(plan.feeding(slot)).size();
            card.add(row(local, quiet(WORDS.text("edge.slopes", rows, columns))));
        }
    }

    private static boolean isNumber(@Nullable Tensor local) {
        return local != null && local.size() == 1;
    }

    private void jacobian(ChainLine.Term term) {
        Tensor local = term.local();
        String output = name(term.output());
        String input = name(plan.feeding(edge));
        if (local != null && local.size() > 1) {
            add(title(WORDS.text("edge.map", output, input)));
            NumberGrid map = new NumberGrid(local, false, LocalDerivative.MOST);
            map.setName("chain.jacobian");
            add(map);
            add(text(WORDS.text("edge.map.rows", output, input)));
        } else if (local == null) {
            add(text(WORDS.text("edge.map.many", output, LocalDerivative.MOST, LocalDerivative.MOST)));
        }
    }

    /** The name of a node without the blocks around it; with the output where it is not the first. */
    private String name(Source source) {
        String name = source.node().last();
        return plan.first(source.node()).equals(source) ? name : name + "." + source.port();
    }

    private void shapes(TensorWords words) {
        add(title(WORDS.text("edge.shapes")));
        JPanel card = card(Colors.current().canvas());
        card.add(new Paragraph(words.formula(), formulaFont(), Colors.current().text()));
        card.add(new Paragraph(words.shapes(), formulaFont(), Colors.current().gradient()));
        card.add(text(words.why()));
        card.setName("chain.shapes");
        add(card);
    }

    private void print(String latex, Color color) {
        typesetter
                .formula(latex, UIScale.scale(FORMULA), color, true)
                .ifPresentOrElse(
                        icon -> add(new Printed(List.of(icon), latex)),
                        () -> add(new Paragraph(latex, formulaFont(), color)));
    }
}
