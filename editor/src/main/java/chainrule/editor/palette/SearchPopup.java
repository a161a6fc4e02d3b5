package chainrule.editor.palette;

import chainrule.editor.action.Edits;
import chainrule.editor.action.Keys;
import chainrule.editor.canvas.OpeningKey;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Fonts;
import chainrule.language.Phrases;
import chainrule.op.Catalog;
import chainrule.op.NodeType;
import com.formdev.flatlaf.extras.components.FlatTextField;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.prefs.Preferences;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JLayeredPane;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * The search for a node type at the cursor: a field and what it finds, those used last at the top. Enter takes the
 * marked one, Escape or a click elsewhere closes. It lies in the window's own layers, so that no window manager can
 * take the keyboard from it.
 */
public final class SearchPopup extends JPanel {
    private static final Phrases WORDS = Phrases.of(SearchPopup.class);
    private static final long serialVersionUID = 1;
    private static final int WIDTH = 420;
    private static final int HEIGHT = 340;
    private static final String SIZE = "search.size.";

    private final transient TypeSearch search;
    private final transient Recent recent;
    private final transient Preferences preferences;
    private final FlatTextField field = new FlatTextField();
    private final DefaultListModel<NodeType> found = new DefaultListModel<>();
    private final JList<NodeType> list = new JList<>(found);
    private final JLabel nothing = new JLabel();
    private final JLabel hint = new JLabel();
    private transient Predicate<NodeType> allowed = type -> true;
    private transient Answer chosen = (type, more) -> {};
    private @Nullable JComponent opener;

    /**
     * @param preferences where it remembers what was used last, and its size
     */
    public SearchPopup(Supplier<Catalog> catalog, Preferences preferences) {
        super(new BorderLayout());
        this.recent = new Recent(preferences);
        this.preferences = preferences;
        this.search = new TypeSearch(catalog);
        setName("search");
        build();
        applyColors();
    }

    /** Opens at a point of a component, for any type. */
    public void open(JComponent over, Point at, Consumer<NodeType> whenChosen) {
        open(over, at, type -> true, whenChosen);
    }

    /**
     * Opens at a point of a component.
     *
     * @param types which types may be offered
     * @param whenChosen called once with the type that is taken
     */
    public void open(JComponent over, Point at, Predicate<NodeType> types, Consumer<NodeType> whenChosen) {
        ask(over, at, types, (type, more) -> whenChosen.accept(type));
    }

    /** What becomes of the type that is taken. */
    @FunctionalInterface
    public interface Answer {
        /**
         * @param more whether another node is to follow it
         */
        void taken(NodeType type, boolean more);
    }

    /**
     * Opens at a point of a component.
     *
     * @param types which types may be offered
     * @param answer called once with the type that is taken
     */
    public void ask(JComponent over, Point at, Predicate<NodeType> types, Answer answer) {
        JRootPane root = SwingUtilities.getRootPane(over);
        if (root == null) {
            close();
            return;
        }
        opener = over;
        allowed = types;
        chosen = answer;
        JLayeredPane layers = root.getLayeredPane();
        Point corner = SwingUtilities.convertPoint(over, at, layers);
        Dimension size = new Dimension(
                Math.min(UIScale.scale(preferences.getInt(SIZE + "width", WIDTH)), layers.getWidth()),
                Math.min(UIScale.scale(preferences.getInt(SIZE + "height", HEIGHT)), layers.getHeight()));
        int x = Math.max(0, Math.min(corner.x, layers.getWidth() - size.width));
        int y = Math.max(0, Math.min(corner.y, layers.getHeight() - size.height));
        setBounds(x, y, size.width, size.height);
        if (!isOpen()) {
            SwingUtilities.updateComponentTreeUI(this);
            layers.add(this, JLayeredPane.POPUP_LAYER);
        }
        field.setText("");
        refill();
        layers.revalidate();
        layers.repaint();
        field.requestFocusInWindow();
    }

    public boolean isOpen() {
        return getParent() != null;
    }

    /** Closes without taking anything. */
    public void close() {
        var parent = getParent();
        if (parent != null) {
            parent.remove(this);
            parent.repaint();
            JComponent before = opener;
            opener = null;
            if (before != null) {
                before.requestFocusInWindow();
            }
        }
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (list != null) {
            applyColors();
        }
    }

    private void applyColors() {
        Colors colors = Colors.current();
        int gap = UIScale.scale(8);
        setBackground(colors.card());
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createLineBorder(colors.cursor(), Math.max(1, UIScale.scale(1)), true),
                BorderFactory.createEmptyBorder(gap, gap, gap, gap)));
        list.setBackground(colors.card());
        hint.setForeground(colors.quiet());
        hint.setFont(Fonts.ui(UIScale.scale(11.5f), false));
        hint.setBorder(BorderFactory.createEmptyBorder(gap, gap, 0, gap));
        hint.setText(WORDS.text("search.keys", Keys.text(Keys.stroke("ENTER")), Keys.text(Keys.stroke("menu ENTER"))));
        nothing.setForeground(colors.quiet());
        nothing.setBorder(BorderFactory.createEmptyBorder(gap, gap, 0, gap));
    }

    private void build() {
        buildField();
        buildList();
        JScrollPane scroll =
                new JScrollPane(list, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder(UIScale.scale(6), 0, 0, 0));
        add(field, BorderLayout.NORTH);
        add(scroll, BorderLayout.CENTER);
        JPanel south = new JPanel(new BorderLayout());
        south.setOpaque(false);
        south.add(nothing, BorderLayout.NORTH);
        JPanel last = new JPanel(new BorderLayout());
        last.setOpaque(false);
        last.add(hint, BorderLayout.CENTER);
        last.add(new SizeGrip(this, this::remember), BorderLayout.EAST);
        south.add(last, BorderLayout.SOUTH);
        add(south, BorderLayout.SOUTH);
    }

    private void buildField() {
        field.setName("search.field");
        field.setPlaceholderText(WORDS.text("search.hint"));
        field.getAccessibleContext().setAccessibleName(WORDS.text("search.name"));
        OpeningKey.leaveOut(field);
        Edits.onTyping(field, this::refill);
        Edits.onKey(field, "ENTER", () -> take(false));
        Edits.onKey(field, Keys.stroke("menu ENTER"), () -> take(true));
        Edits.onKey(field, "ESCAPE", this::close);
        Edits.onKey(field, "DOWN", () -> Edits.move(list, 1));
        Edits.onKey(field, "UP", () -> Edits.move(list, -1));
        Edits.onKey(field, "PAGE_DOWN", () -> Edits.move(list, 5));
        Edits.onKey(field, "PAGE_UP", () -> Edits.move(list, -5));
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
                Component to = event.getOppositeComponent();
                if (!event.isTemporary() && (to == null || !SwingUtilities.isDescendingFrom(to, SearchPopup.this))) {
                    opener = null;
                    close();
                }
            }
        });
    }

    private void buildList() {
        list.setName("search.list");
        list.setFocusable(false);
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new FoundRenderer());
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseReleased(MouseEvent event) {
                int index = list.locationToIndex(event.getPoint());
                if (index >= 0 && list.getCellBounds(index, index).contains(event.getPoint())) {
                    list.setSelectedIndex(index);
                    take(event.isControlDown() || event.isMetaDown());
                }
            }
        });
    }

    private void refill() {
        List<NodeType> types = new ArrayList<>(search.find(field.getText()));
        types.removeIf(allowed.negate());
        if (field.getText().isBlank()) {
            types = recent.first(types);
        }
        found.clear();
        found.addAll(types);
        nothing.setText(WORDS.text("search.none", field.getText().strip()));
        nothing.setVisible(types.isEmpty());
        if (!types.isEmpty()) {
            list.setSelectedIndex(0);
            list.ensureIndexIsVisible(0);
        }
        revalidate();
    }

    private void remember(Dimension size) {
        preferences.putInt(SIZE + "width", UIScale.unscale(size.width));
        preferences.putInt(SIZE + "height", UIScale.unscale(size.height));
    }

    private void take(boolean more) {
        NodeType type = list.getSelectedValue();
        if (type != null) {
            recent.add(type);
            Answer answer = chosen;
            if (!more) {
                close();
            }
            answer.taken(type, more);
            if (answer == chosen) {
                close();
            }
        }
    }
}
