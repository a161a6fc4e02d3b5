package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.session.Workbench;
import chainrule.graph.Node;
import chainrule.language.Phrases;
import chainrule.presets.Preset;
import chainrule.presets.PresetCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All that can be found: the graph's nodes, the actions, the presets. */
record Finding(Actions actions, Workbench bench, GraphCanvas canvas, PresetCatalog presets, Consumer<Preset> open) {
    private static final Phrases WORDS = Phrases.of(Finding.class);

    List<Findable> all() {
        List<Findable> all = new ArrayList<>();
        for (Node node : bench.showing().document().graph().nodes()) {
            all.add(new Findable(WORDS.text("find.goTo", node.id()), node.type().label(), true, () -> {
                bench.selection().select(node.id());
                canvas.reveal(node.id());
            }));
        }
        actions.all().forEach(action -> all.add(Findable.of(action)));
        presets.all()
                .forEach(preset -> all.add(new Findable(
                        WORDS.text("find.open", preset.title()), preset.id(), true, () -> open.accept(preset))));
        return all;
    }
}
