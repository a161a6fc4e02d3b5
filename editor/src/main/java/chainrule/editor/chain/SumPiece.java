package chainrule.editor.chain;

import chainrule.editor.part.Piece;
import chainrule.editor.theme.Colors;
import chainrule.exec.ExecutionPlan;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.language.Phrases;
import chainrule.op.Formula;
import java.util.List;
import javax.swing.JPanel;

/** A fan-out: what comes back along each edge, and the sum. */
final class SumPiece extends Piece {
    private static final Phrases WORDS = Phrases.of(SumPiece.class);
    private static final long serialVersionUID = 1;

    SumPiece(Pointer pointer, ExecutionPlan plan, Told.Look look, Source source) {
        super(WORDS.text(
                "sum.title",
                source.node().last(),
                plan.contributions().getOrDefault(source, List.of()).size()));
        setName("chain.sum");
        Colors colors = Colors.current();
        JPanel card = card(colors.gradientGround());
        String plus = "";
        for (Slot slot : plan.contributions().getOrDefault(source, List.of())) {
            Rows.add(
                    card,
                    "chain.from." + slot,
                    Rows.link(
                            plus + WORDS.text("sum.from", slot.node().last()),
                            colors.gradient(),
                            () -> pointer.edge(slot)),
                    look.contribution(slot),
                    colors.gradient());
            plus = "+ ";
        }
        Rows.add(
                card,
                "chain.total",
                Rows.link(
                        "= " + Formula.bar(source.node().last()), colors.gradient(), () -> pointer.node(source.node())),
                look.gradient(source),
                colors.gradient());
        add(card);
    }

    /** Whether an output has a fan-out to tell of. */
    static boolean tellsOf(ExecutionPlan plan, Source source) {
        return plan.contributions().getOrDefault(source, List.of()).size() > 1;
    }
}
