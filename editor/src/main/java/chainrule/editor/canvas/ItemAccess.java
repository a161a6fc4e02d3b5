package chainrule.editor.canvas;

import java.util.Locale;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;

/** Something on the canvas as assistive tools read it: one of the items of its parent, and its own context. */
abstract class ItemAccess extends AccessibleContext implements Accessible {
    private final int index;

    /**
     * @param index its place among the children of its parent
     */
    ItemAccess(int index) {
        this.index = index;
    }

    @Override
    public final AccessibleContext getAccessibleContext() {
        return this;
    }

    @Override
    public final AccessibleRole getAccessibleRole() {
        return AccessibleRole.LIST_ITEM;
    }

    @Override
    public final int getAccessibleIndexInParent() {
        return index;
    }

    @Override
    public final Locale getLocale() {
        return Locale.ROOT;
    }
}
