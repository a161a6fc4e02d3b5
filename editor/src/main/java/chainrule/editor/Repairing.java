package chainrule.editor;

import chainrule.editor.canvas.CanvasPlaces;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.document.Document;
import chainrule.editor.document.command.Repair;
import chainrule.editor.session.Repairs;
import chainrule.editor.session.Workbench;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Validation;
import chainrule.language.Phrases;
import java.awt.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;

/** Offers what makes the shapes on the two sides of an edge fit, as a menu. */
final class Repairing {
    private static final Phrases WORDS = Phrases.of(Repairing.class);

    private final Workbench bench;
    private final GraphCanvas canvas;

    Repairing(Workbench bench, GraphCanvas canvas) {
        this.bench = bench;
        this.canvas = canvas;
        canvas.asking().onMisfit(this::offer);
    }

    /** Offers the repairs of what is selected. */
    void offer() {
        offer(all(), new CanvasPlaces(canvas).of(bench.selection()));
    }

    /** Why nothing selected can be repaired; empty where something can. */
    Optional<String> whyNot() {
        return slots().stream().anyMatch(slot -> !of(slot).isEmpty())
                ? Optional.empty()
                : Optional.of(WORDS.text("repair.none"));
    }

    private void offer(Slot slot, Point place) {
        offer(of(slot), place);
    }

    private void offer(List<Repair> repairs, Point place) {
        if (repairs.isEmpty()) {
            return;
        }
        JPopupMenu menu = new JPopupMenu(WORDS.text("repair.title"));
        menu.setName("repairs");
        JLabel title = new JLabel("  " + WORDS.text("repair.offer"));
        title.putClientProperty("FlatLaf.styleClass", "small");
        menu.add(title);
        for (Repair repair : repairs) {
            JMenuItem item = new JMenuItem(repair.label());
            item.setName(repair.label());
            item.addActionListener(chosen -> bench.perform(repair));
            menu.add(item);
        }
        menu.show(canvas, place.x, place.y);
    }

    private List<Repair> all() {
        List<Repair> all = new ArrayList<>();
        slots().forEach(slot -> all.addAll(of(slot)));
        return all;
    }

    private List<Slot> slots() {
        List<Slot> slots = new ArrayList<>(bench.selection().edges());
        for (NodeId node : bench.selection().nodes()) {
            slots.addAll(Repairs.broken(document(), validation(), node));
        }
        return slots;
    }

    private List<Repair> of(Slot slot) {
        return Repairs.of(document(), validation(), bench.catalog(), slot);
    }

    private Document document() {
        return bench.document();
    }

    private Validation validation() {
        return bench.showing().shown().validation(bench.evaluator().current());
    }
}
