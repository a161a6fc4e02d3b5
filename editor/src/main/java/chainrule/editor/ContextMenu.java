package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.canvas.Hit;
import chainrule.editor.session.Selection;
import chainrule.language.Phrases;
import java.awt.Component;
import java.util.List;
import javax.swing.JMenu;
import javax.swing.JPopupMenu;

/** The menu of a thing of the canvas: of a node, a port, a wire, a frame or a note, of several, or of the canvas. */
final class ContextMenu extends JPopupMenu {
    private static final long serialVersionUID = 1;
    private static final Phrases WORDS = Phrases.of(ContextMenu.class);

    private static final List<String> CANVAS = List.of(
            "edit.add",
            "edit.paste",
            "edit.pasteConnected",
            "",
            "remark.frame",
            "remark.note",
            "",
            "edit.selectAll",
            "edit.find",
            "arrange.layout",
            "",
            "node.leave",
            "view.fit",
            "view.zoom100",
            "view.minimap",
            "view.walk",
            "wire.release",
            "edit.copyImage");
    private static final List<String> NODE = List.of(
            "node.open",
            "node.unpack",
            "edit.rename",
            "look.label",
            "edit.connect",
            "help.node",
            "",
            "edit.duplicate",
            "edit.cut",
            "edit.copy",
            "edit.delete",
            "edit.deleteReconnect",
            "edit.detach",
            "",
            "edit.repair",
            "node.bypass",
            "node.mute",
            "node.hold",
            "node.holdAt",
            "arrange.collapse",
            "look.pin",
            "look.front",
            "look.back",
            "NodeColor",
            "",
            "select.upstream",
            "select.downstream",
            "remark.frame",
            "",
            "edit.root",
            "run.to",
            "break.toggle",
            "watch.value",
            "watch.gradient",
            "chain.hide",
            "chain.show");
    private static final List<String> SELECTION = List.of(
            "edit.duplicate",
            "edit.cut",
            "edit.copy",
            "edit.copyImage",
            "edit.delete",
            "edit.deleteReconnect",
            "edit.detach",
            "",
            "remark.frame",
            "node.pack",
            "",
            "Arrange",
            "arrange.collapse",
            "node.bypass",
            "node.mute",
            "node.hold",
            "look.pin",
            "look.front",
            "look.back",
            "NodeColor",
            "",
            "select.upstream",
            "select.downstream",
            "chain.hide",
            "view.fitSelection");
    private static final List<String> WIRE = List.of(
            "wire.insert",
            "wire.bend",
            "arrange.unbend",
            "",
            "edit.delete",
            "",
            "wire.source",
            "wire.target",
            "",
            "break.toggle",
            "chain.hide",
            "chain.show");
    private static final List<String> PORT =
            List.of("port.connect", "port.add", "port.number", "port.disconnect", "", "watch.value", "watch.gradient");
    private static final List<String> REMARK =
            List.of("remark.edit", "FrameColor", "", "edit.cut", "edit.copy", "edit.delete", "", "view.fitSelection");

    private final transient Actions actions;
    private final transient GraphCanvas canvas;
    private final transient Selection selection;

    ContextMenu(Actions actions, GraphCanvas canvas, Selection selection) {
        this.selection = selection;
        this.actions = actions;
        this.canvas = canvas;
        setName("canvas.menu");
    }

    /** Opens with what can be done to the thing that was pointed at. */
    @Override
    public void show(Component invoker, int x, int y) {
        removeAll();
        actions.refresh();
        fill(canvas.pointing().at().hit());
        super.show(invoker, x, y);
    }

    private void fill(Hit hit) {
        for (String id : entries(hit)) {
            if (id.isEmpty()) {
                addSeparator();
            } else if (id.equals("Arrange")) {
                add(part("menu.Arrange", ArrangeActions.menu()));
            } else if (id.equals("NodeColor")) {
                add(part("menu.NodeColor", LookActions.menu()));
            } else if (id.equals("FrameColor")) {
                add(part("menu.FrameColor", RemarkActions.colors()));
            } else {
                add(actions.menuItem(id));
            }
        }
    }

    private List<String> entries(Hit hit) {
        if (hit instanceof Hit.OnSlot || hit instanceof Hit.OnSource) {
            return PORT;
        } else if (hit instanceof Hit.OnEdge || hit instanceof Hit.OnBend) {
            return WIRE;
        } else if (hit instanceof Hit.OnNothing) {
            return CANVAS;
        } else if (selects() > 1) {
            return SELECTION;
        }
        return hit instanceof Hit.OnRemark || hit instanceof Hit.OnBorder ? REMARK : NODE;
    }

    private int selects() {
        return selection.nodes().size()
                + selection.edges().size()
                + selection.remarks().size();
    }

    private JMenu part(String title, String... ids) {
        JMenu menu = new JMenu(WORDS.text(title));
        for (String id : ids) {
            if (id.isEmpty()) {
                menu.addSeparator();
            } else {
                menu.add(actions.menuItem(id));
            }
        }
        return menu;
    }
}
