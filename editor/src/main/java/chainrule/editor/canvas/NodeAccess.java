package chainrule.editor.canvas;

import chainrule.graph.Problem;
import chainrule.language.Phrases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleState;
import javax.accessibility.AccessibleStateSet;

/** A node as assistive tools read it: name, type, value, gradient, problems; its ports are its children. */
final class NodeAccess extends ItemAccess {
    private static final Phrases WORDS = Phrases.of(NodeAccess.class);

    private final Card card;
    private final Scene scene;
    private final Map<Hit, PortAccess> ports = new LinkedHashMap<>();

    NodeAccess(Card card, Scene scene, int index) {
        super(index);
        this.card = card;
        this.scene = scene;
        card.inputs().keySet().forEach(slot -> port(new Hit.OnSlot(slot)));
        card.outputs().keySet().forEach(source -> port(new Hit.OnSource(source)));
        setAccessibleName(new Spoken(scene).node(card));
        setAccessibleDescription(description());
    }

    @Override
    public AccessibleStateSet getAccessibleStateSet() {
        AccessibleStateSet states = new AccessibleStateSet(
                new AccessibleState[] {AccessibleState.ENABLED, AccessibleState.VISIBLE, AccessibleState.SELECTABLE});
        if (scene.marks().nodes().contains(card.id())) {
            states.add(AccessibleState.SELECTED);
        }
        return states;
    }

    @Override
    public int getAccessibleChildrenCount() {
        return ports.size();
    }

    @Override
    public Accessible getAccessibleChild(int i) {
        return List.copyOf(ports.values()).get(i);
    }

    /** The node itself, or one of its ports. */
    Optional<Accessible> at(Hit hit) {
        return hit.equals(new Hit.OnNode(card.id())) ? Optional.of(this) : Optional.ofNullable(ports.get(hit));
    }

    private void port(Hit port) {
        ports.put(port, new PortAccess(port, this, scene, ports.size()));
    }

    private String description() {
        String value = Tips.value(scene.numbers(), card.firstOutput());
        String gradient = Tips.gradient(scene.numbers(), card.firstOutput());
        List<Problem> problems = scene.numbers().problemsAt(card.id());
        String said = problems.stream().map(Problem::sentence).collect(Collectors.joining(" "));
        String first = scene.numbers().nonFinite(card.id()).map(s -> ". " + s).orElse("");
        Ailment ailment = scene.marks().ailments().get(card.id());
        return (said.isEmpty()
                        ? WORDS.text("node.numbers", value, gradient)
                        : WORDS.text("node.problem", value, gradient, said))
                + Tips.held(card).map(s -> ". " + s).orElse("")
                + first
                + (scene.document().layout().look(card.id()).pinned() ? ". " + WORDS.text("node.pinned") : "")
                + (ailment == null ? "" : ". " + ailment.sentence());
    }
}
