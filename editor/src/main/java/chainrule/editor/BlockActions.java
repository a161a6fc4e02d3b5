package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Scope;
import chainrule.editor.canvas.BlockNaming;
import chainrule.editor.document.command.RemoveBlock;
import chainrule.editor.document.command.ShowPorts;
import chainrule.editor.session.Workbench;
import chainrule.language.Phrases;
import java.util.Optional;

/** Making blocks of one's own, giving them ports, and removing those that nothing uses. */
final class BlockActions {
    private static final Phrases WORDS = Phrases.of(BlockActions.class);

    private BlockActions() {}

    static void addTo(Actions actions, Workbench bench, BlockNaming naming) {
        actions.add(EditorAction.of("node.pack", WORDS.text("node.pack"), naming::ask))
                .keys(Scope.CANVAS, "menu shift E", "menu alt G")
                .unless(naming::refusal);
        actions.add(EditorAction.of("block.ports", WORDS.text("block.ports"), () -> showPorts(bench)))
                .keys(Scope.CANVAS, "menu alt P")
                .unless(() ->
                        ShowPorts.refusal(bench.document(), bench.selection().nodes()));
        actions.add(EditorAction.of("node.removeBlocks", WORDS.text("node.removeBlocks"), () -> removeUnused(bench)))
                .unless(() -> unused(bench).isEmpty() ? Optional.of(WORDS.text("block.allUsed")) : Optional.empty());
    }

    private static void showPorts(Workbench bench) {
        bench.perform(new ShowPorts(bench.selection().nodes()));
    }

    /** Removes one block after the other, so that those that only an unused block holds go, too. */
    private static void removeUnused(Workbench bench) {
        Object gesture = new Object();
        for (Optional<String> name = unused(bench); name.isPresent(); name = unused(bench)) {
            bench.history().perform(new RemoveBlock(name.get()), gesture);
        }
    }

    private static Optional<String> unused(Workbench bench) {
        return bench.history().document().file().blocks().keySet().stream()
                .filter(name ->
                        RemoveBlock.refusal(bench.history().document(), name).isEmpty())
                .findFirst();
    }
}
