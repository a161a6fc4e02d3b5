package chainrule.editor.action;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;

/** Every action of a window by its id, in the order in which they were added. */
public final class Actions {
    private final Map<String, EditorAction> actions = new LinkedHashMap<>();

    /**
     * @throws IllegalArgumentException where an action of that id, or one with one of its keys in the same place, is
     *     there
     */
    public EditorAction add(EditorAction action) {
        for (EditorAction other : actions.values()) {
            boolean sameKey = other.scope() == action.scope() && !Collections.disjoint(other.keys(), action.keys());
            if (sameKey || other.id().equals(action.id())) {
                throw new IllegalArgumentException(action.id() + " and " + other.id());
            }
        }
        actions.put(action.id(), action);
        return action;
    }

    /**
     * @throws IllegalArgumentException where there is none
     */
    public EditorAction get(String id) {
        EditorAction action = actions.get(id);
        if (action == null) {
            throw new IllegalArgumentException("no action is called " + id);
        }
        return action;
    }

    public Collection<EditorAction> all() {
        return Collections.unmodifiableCollection(actions.values());
    }

    /** Asks every action's name and availability again. */
    public void refresh() {
        actions.values().forEach(EditorAction::refresh);
    }

    /** An entry of a menu. */
    public JMenuItem menuItem(String id) {
        EditorAction action = get(id);
        JMenuItem item = action.isChoice() ? new ChoiceItem() : new PlainItem();
        item.setAction(action);
        item.setIcon(null);
        item.setName(id);
        return item;
    }

    /** Lets the keys of a scope work wherever the focus is inside a component. */
    public void bind(Scope scope, JComponent component) {
        int condition = scope == Scope.WINDOW
                ? JComponent.WHEN_IN_FOCUSED_WINDOW
                : JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT;
        for (EditorAction action : actions.values()) {
            if (action.scope() == scope) {
                component.getActionMap().put(action.id(), action);
                for (KeyStroke key : action.keys()) {
                    component.getInputMap(condition).put(key, action.id());
                }
            }
        }
    }

    /** Shows a key and leaves listening for it to {@link #bind}. */
    private static final class PlainItem extends JMenuItem {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean processKeyBinding(
                KeyStroke key, java.awt.event.KeyEvent event, int condition, boolean pressed) {
            return condition != WHEN_IN_FOCUSED_WINDOW && super.processKeyBinding(key, event, condition, pressed);
        }
    }

    /** Like a plain entry, with a tick. */
    private static final class ChoiceItem extends JCheckBoxMenuItem {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean processKeyBinding(
                KeyStroke key, java.awt.event.KeyEvent event, int condition, boolean pressed) {
            return condition != WHEN_IN_FOCUSED_WINDOW && super.processKeyBinding(key, event, condition, pressed);
        }
    }
}
