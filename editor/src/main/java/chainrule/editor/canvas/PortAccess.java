package chainrule.editor.canvas;

import java.util.Locale;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.accessibility.AccessibleState;
import javax.accessibility.AccessibleStateSet;

/** A port as assistive tools read it: a child of its node, with what it is connected to. */
final class PortAccess extends AccessibleContext implements Accessible {
    private final int index;

    PortAccess(Hit port, NodeAccess node, Scene scene, int index) {
        this.index = index;
        setAccessibleParent(node);
        setAccessibleName(new Spoken(scene).name(port));
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
        return new AccessibleStateSet(new AccessibleState[] {AccessibleState.ENABLED, AccessibleState.VISIBLE});
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
}
