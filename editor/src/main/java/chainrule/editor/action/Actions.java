package chainrule.editor.action;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.swing.InputMap;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;

/** Every action of a window by its id, in the order in which they were added. */
public final class Actions {
    private final Map<String, EditorAction> actions = new LinkedHashMap<>();
    private final List<Bound> bound = new ArrayList<>();

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

    /**
     * Lets the keys of a scope work: those of the window wherever the focus is in it, those of the canvas while the
     * component itself has the focus, before any of its own.
     */
    public void bind(Scope scope, JComponent component) {
        bound.add(new Bound(scope, component));
        for (EditorAction action : actions.values()) {
            if (action.scope() == scope) {
                component.getActionMap().put(action.id(), action);
                action.keys().forEach(key -> bindings(scope, component).put(key, action.id()));
            }
        }
    }

    /** Gives every action its keys: those that were chosen, else those it came with and no other has been given. */
    public void apply(Keymap keymap) {
        Set<KeyStroke> given = new HashSet<>();
        actions.keySet().forEach(id -> keymap.of(id).ifPresent(given::addAll));
        bound.forEach(place -> actions.values().forEach(action -> unbind(place, action)));
        for (EditorAction action : actions.values()) {
            List<KeyStroke> own = action.ownKeys().stream()
                    .filter(key -> !given.contains(key))
                    .toList();
            action.rebind(keymap.of(action.id()).orElse(own));
        }
        List<Bound> again = List.copyOf(bound);
        bound.clear();
        again.forEach(place -> bind(place.scope(), place.component()));
    }

    /** The action that has a key, whatever its scope. */
    public Optional<EditorAction> with(KeyStroke key) {
        return actions.values().stream()
                .filter(action -> action.keys().contains(key))
                .findFirst();
    }

    private static void unbind(Bound place, EditorAction action) {
        if (action.scope() == place.scope()) {
            action.keys()
                    .forEach(key -> bindings(place.scope(), place.component()).remove(key));
        }
    }

    private static InputMap bindings(Scope scope, JComponent component) {
        return component.getInputMap(
                scope == Scope.WINDOW ? JComponent.WHEN_IN_FOCUSED_WINDOW : JComponent.WHEN_FOCUSED);
    }

    /** Where the keys of a scope are listened to. */
    private record Bound(Scope scope, JComponent component) {}

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
