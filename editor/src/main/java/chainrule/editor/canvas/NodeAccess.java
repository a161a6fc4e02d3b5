package chainrule.editor.canvas;

import chainrule.graph.Node;
import chainrule.graph.Problem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.accessibility.AccessibleState;
import javax.accessibility.AccessibleStateSet;

/** A node as assistive tools read it: name, type, value, gradient, problems. */
final class NodeAccess extends AccessibleContext implements Accessible {
    private final Card card;
    private final Scene scene;
    private final int index;

    NodeAccess(Card card, Scene scene, int index) {
        this.card = card;
        this.scene = scene;
        this.index = index;
        setAccessibleName(name());
        setAccessibleDescription(description());
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        return this;
    }

    @Override
    public AccessibleRole getAccessibleRole() {
        return AccessibleRole.LIST_ITEM;
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
    public int getAccessibleIndexInParent() {
        return index;
    }

    @Override
    public int getAccessibleChildrenCount() {
        return 0;
    }

    @Override
    public Accessible getAccessibleChild(int i) {
        throw new IndexOutOfBoundsException(i);
    }

    @Override
    public Locale getLocale() {
        return Locale.ROOT;
    }

    private String name() {
        Node node = card.node();
        int connected = scene.document().graph().into(node.id()).size();
        return "%s, %s, %d of %d inputs connected"
                .formatted(
                        node.id(), node.type().label(), connected, card.inputs().size());
    }

    private String description() {
        String value = Tips.value(scene.numbers(), card.firstOutput());
        String gradient = Tips.gradient(scene.numbers(), card.firstOutput());
        List<Problem> problems = scene.numbers().problemsAt(card.id());
        String said = problems.stream().map(Problem::sentence).collect(Collectors.joining(" "));
        String first = scene.numbers().nonFinite(card.id()).map(s -> ". " + s).orElse("");
        return "value %s, gradient %s%s%s"
                .formatted(value, gradient, said.isEmpty() ? "" : ", problem: " + said, first);
    }
}
