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
     * @param look what is told at the learner's place in the pass
     */
    EdgePiece(Pointer pointer, Typesetter typesetter, Subject subject, @Nullable ChainLine worked, Told.Look look) {
        super(WORDS.text("edge.title"));
        this.typesetter = typesetter;
        this.pointer = pointer;
        this.plan = Objects.requireNonNull(subject.cursor()).trace().plan();
        setName("chain.edge");
        Slot slot = Objects.requireNonNull(subject.edge());
        this.edge = slot;
        ChainTex tex = new ChainTex(plan);
        print(tex.rule(slot), Colors.current().text());
        boolean told = look.view().contribution(slot).isPresent() && !look.hides(slot);
        ChainLine line = told ? worked : null;
        if (line != null && line.isOfNumbers()) {
            print("\\phantom{x} = " + tex.filled(line), Colors.current().gradient());
        }
        factors(slot, line, look);
        if (line != null) {
            TensorWords.of(plan, line).ifPresent(this::shapes);
            line.terms().forEach(this::jacobian);
        }
    }

    private void factors(Slot slot, @Nullable ChainLine line, Told.Look look) {
        Colors colors = Colors.current();
        Source from = plan.feeding(slot);
        JPanel card = card(colors.gradientGround());
        if (line == null) {
            untold(card, look);
        } else {
            for (int i = 0; i < line.terms().size(); i++) {
                product(card, i, line.terms().get(i).output(), line.terms().get(i));
            }
        }
        Rows.add(
                card,
                "chain.result",
                Rows.link("= " + Formula.bar(name(from)), colors.gradient(), () -> pointer.producer(slot, from.node())),
                line == null ? result(look) : Told.of(line.gradient()),
                colors.gradient());
        add(card);
    }

    /** One product: the link to what comes from upstream, and the link to the edge whose slope it is multiplied with. */
    private void product(JPanel card, int index, Source output, ChainLine.Term term) {
        Colors colors = Colors.current();
        String end = index == 0 ? "" : "." + index;
        Rows.add(
                card,
                "chain.upstream" + end,
                upstream(index == 0 ? "" : "+ ", output),
                Told.of(term.upstream()),
                colors.gradient());
        Link local = local(output);
        Tensor slopes = term.local();
        if (slopes != null && slopes.size() == 1) {
            Rows.add(card, "chain.local" + end, local, Told.of(slopes), colors.value());
        } else {
            local.setName("chain.local" + end);
            long rows = term.upstream().size();
            long columns = plan.shape(plan.feeding(edge)).size();
            card.add(row(local, quiet(WORDS.text("edge.slopes", rows, columns))));
        }
    }

    /** The product where its numbers are still to come, or hidden. */
    private void untold(JPanel card, Told.Look look) {
        Colors colors = Colors.current();
        Source output = plan.first(edge.node());
        boolean hidden = look.hides(edge);
        Told arrived = hidden ? look.gradient(output) : Told.toCome();
        Rows.add(card, "chain.upstream", upstream("", output), arrived, colors.gradient());
        Rows.add(card, "chain.local", local(output), hidden ? Told.untold() : Told.toCome(), colors.value());
    }

    private Told result(Told.Look look) {
        return look.hides(edge) ? look.contribution(edge) : Told.toCome();
    }

    private Link upstream(String sign, Source output) {
        return Rows.link(sign + Formula.bar(name(output)), Colors.current().gradient(), () -> pointer.consumer(edge));
    }

    private Link local(Source output) {
        String slope = "× ∂%s/∂%s".formatted(name(output), name(plan.feeding(edge)));
        return Rows.link(slope, Colors.current().value(), () -> pointer.edge(edge));
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
