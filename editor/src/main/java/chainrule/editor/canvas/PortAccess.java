package chainrule.editor.canvas;

import javax.accessibility.Accessible;
import javax.accessibility.AccessibleState;
import javax.accessibility.AccessibleStateSet;

/** A port as assistive tools read it: a child of its node, with what it is connected to. */
final class PortAccess extends ItemAccess {
    PortAccess(Hit port, NodeAccess node, Scene scene, int index) {
        super(index);
        setAccessibleParent(node);
        setAccessibleName(new Spoken(scene).name(port));
    }

    @Override
    public AccessibleStateSet getAccessibleStateSet() {
        return new AccessibleStateSet(new AccessibleState[] {AccessibleState.ENABLED, AccessibleState.VISIBLE});
    }

    @Override
    public int getAccessibleChildrenCount() {
        return 0;
    }

    @Override
    public Accessible getAccessibleChild(int i) {
        throw new IndexOutOfBoundsException(i);
    }
}
