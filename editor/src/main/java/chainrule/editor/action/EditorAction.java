package chainrule.editor.action;

import java.awt.event.ActionEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.Icon;
import javax.swing.KeyStroke;

/**
 * Something that can be done: its name, its keys, its picture, and whether it can be done now; where not, why not. Its
 * name and its availability are asked again by {@link #refresh()}.
 */
public final class EditorAction extends AbstractAction {
    private static final long serialVersionUID = 1;

    private final String id;
    private final transient Runnable deed;
    private transient Supplier<String> name;
    private transient Supplier<Optional<String>> whyNot = Optional::empty;
    private transient Supplier<Optional<Boolean>> chosen = Optional::empty;
    private transient List<KeyStroke> ownKeys = List.of();
    private transient List<KeyStroke> keys = List.of();
    private Scope scope = Scope.WINDOW;

    private EditorAction(String id, String name, Runnable deed) {
        this.id = id;
        this.name = () -> name;
        this.deed = deed;
        putValue(Action.ACTION_COMMAND_KEY, id);
    }

    /** An action that is always possible and has no key. */
    public static EditorAction of(String id, String name, Runnable deed) {
        EditorAction action = new EditorAction(id, name, deed);
        action.refresh();
        return action;
    }

    /** With keys, in the words of {@link KeyStroke#getKeyStroke(String)}; {@code menu} stands for Ctrl or Cmd. */
    public EditorAction keys(Scope where, String... strokes) {
        this.scope = where;
        this.ownKeys = java.util.Arrays.stream(strokes).map(Keys::stroke).toList();
        rebind(ownKeys);
        return this;
    }

    /** Gives this other keys than it came with. */
    void rebind(List<KeyStroke> others) {
        this.keys = List.copyOf(others);
        putValue(Action.ACCELERATOR_KEY, keys.isEmpty() ? null : keys.get(0));
        refresh();
    }

    public EditorAction icon(Icon icon) {
        putValue(Action.SMALL_ICON, icon);
        return this;
    }

    /** With a name that changes: Undo Move a. */
    public EditorAction named(Supplier<String> changing) {
        this.name = changing;
        refresh();
        return this;
    }

    /** Possible only where this gives no reason against it. */
    public EditorAction unless(Supplier<Optional<String>> reason) {
        this.whyNot = reason;
        refresh();
        return this;
    }

    /** Not possible where this gives a reason against it, whatever else holds. */
    public EditorAction alsoUnless(Supplier<Optional<String>> reason) {
        Supplier<Optional<String>> own = whyNot;
        return unless(() -> reason.get().or(own));
    }

    /** One that is chosen or not, as a tick in a menu shows. */
    public EditorAction chosenWhen(Supplier<Boolean> state) {
        this.chosen = () -> Optional.of(state.get());
        refresh();
        return this;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name.get();
    }

    public List<KeyStroke> keys() {
        return keys;
    }

    /** The keys that it came with. */
    public List<KeyStroke> ownKeys() {
        return ownKeys;
    }

    public Scope scope() {
        return scope;
    }

    /** Why this cannot be done now; empty where it can. */
    public Optional<String> reason() {
        return whyNot.get();
    }

    /** Whether this is of the kind that is chosen or not. */
    public boolean isChoice() {
        return chosen.get().isPresent();
    }

    /** Whether it is chosen at present. */
    public boolean isChosen() {
        return chosen.get().orElse(false);
    }

    /** Asks name and availability again. */
    public void refresh() {
        Optional<String> reason = reason();
        setEnabled(reason.isEmpty());
        putValue(Action.NAME, name());
        String key = keys.isEmpty() ? "" : "  " + Keys.text(keys.get(0));
        putValue(Action.SHORT_DESCRIPTION, reason.orElse(name() + key));
        chosen.get().ifPresent(state -> putValue(Action.SELECTED_KEY, state));
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        run();
    }

    /** Does it, where it can be done now. */
    public void run() {
        if (reason().isEmpty()) {
            deed.run();
        }
        refresh();
    }
}
