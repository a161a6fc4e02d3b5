package chainrule.editor.canvas;

import chainrule.editor.document.Packing;
import chainrule.editor.document.command.MakeBlock;
import chainrule.graph.NodeId;
import chainrule.op.Catalog;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Puts the selected nodes into a block of the learner's own, whose name is typed where the nodes are. */
public final class BlockNaming {
    private static final String FIRST = "block";
    private static final double WIDTH = 180;
    private static final double HEIGHT = 28;

    private final GraphCanvas canvas;
    private final Catalog base;

    /**
     * @param base the catalogue without the learner's own blocks
     */
    public BlockNaming(GraphCanvas canvas, Catalog base) {
        this.canvas = canvas;
        this.base = base;
    }

    /** Asks for the name of the block. */
    public void ask() {
        Set<NodeId> chosen = new LinkedHashSet<>(canvas.selection().nodes());
        Rectangle2D around = chosen.stream()
                .flatMap(id -> canvas.scene().card(id).stream())
                .map(Card::bounds)
                .reduce(Rectangle2D::createUnion)
                .orElseThrow();
        Rectangle2D field = new Rectangle2D.Double(
                around.getCenterX() - WIDTH / 2, around.getCenterY() - HEIGHT / 2, WIDTH, HEIGHT);
        canvas.inPlace().line("block.name", field, free(), said -> packed(chosen, said.strip()));
    }

    /** Why the selected nodes cannot become a block, as a sentence; empty where they can. */
    public Optional<String> refusal() {
        return Packing.refusal(canvas.document(), canvas.selection().nodes(), free());
    }

    private Optional<String> packed(Set<NodeId> chosen, String name) {
        Optional<String> refusal = Packing.refusal(canvas.document(), chosen, name);
        if (refusal.isPresent()) {
            return refusal;
        }
        NodeId block = canvas.document().graph().freeId(name);
        canvas.perform(new MakeBlock(chosen, name, base));
        canvas.selection().select(block);
        return Optional.empty();
    }

    private String free() {
        String name = FIRST;
        for (int i = 2; canvas.document().file().blocks().containsKey(name); i++) {
            name = FIRST + i;
        }
        return name;
    }
}
