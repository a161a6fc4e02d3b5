package chainrule.editor.part;

import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;

/** Something drawn that is told in a sentence to those who hear it: its accessible name. */
public abstract class Drawn extends JComponent {
    private static final long serialVersionUID = 1;

    private final transient AccessibleRole role;

    protected Drawn(AccessibleRole role) {
        this.role = role;
    }

    @Override
    public final AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleJComponent() {
                private static final long serialVersionUID = 1;

                @Override
                public AccessibleRole getAccessibleRole() {
                    return role;
                }
            };
        }
        return accessibleContext;
    }
}
