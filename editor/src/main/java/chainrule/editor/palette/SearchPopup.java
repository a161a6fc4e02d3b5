package chainrule.editor.palette;

import chainrule.editor.action.Edits;
import chainrule.editor.theme.Colors;
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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
    private static final int MOST_RECENT = 8;

    private final transient TypeSearch search;
    private final transient List<NodeType> recent = new ArrayList<>();
    private final FlatTextField field = new FlatTextField();
    private final DefaultListModel<NodeType> found = new DefaultListModel<>();
    private final JList<NodeType> list = new JList<>(found);
    private final JLabel nothing = new JLabel();
    private transient Predicate<NodeType> allowed = type -> true;
    private transient Consumer<NodeType> chosen = type -> {};
    private @Nullable JComponent opener;

    public SearchPopup(Supplier<Catalog> catalog) {
        super(new BorderLayout());
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
        close();
        JRootPane root = SwingUtilities.getRootPane(over);
        if (root == null) {
            return;
        }
        opener = over;
        allowed = types;
        chosen = whenChosen;
        JLayeredPane layers = root.getLayeredPane();
        Point corner = SwingUtilities.convertPoint(over, at, layers);
        Dimension size = new Dimension(
                Math.min(UIScale.scale(WIDTH), layers.getWidth()), Math.min(UIScale.scale(HEIGHT), layers.getHeight()));
        int x = Math.max(0, Math.min(corner.x, layers.getWidth() - size.width));
        int y = Math.max(0, Math.min(corner.y, layers.getHeight() - size.height));
        setBounds(x, y, size.width, size.height);
        layers.add(this, JLayeredPane.POPUP_LAYER);
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
        add(nothing, BorderLayout.SOUTH);
    }

    private void buildField() {
        field.setName("search.field");
        field.setPlaceholderText(WORDS.text("search.hint"));
        field.getAccessibleContext().setAccessibleName(WORDS.text("search.name"));
        Edits.onTyping(field, this::refill);
        Edits.onKey(field, "ENTER", this::take);
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
        Edits.onClick(list, this::take);
    }

    private void refill() {
        List<NodeType> types = new ArrayList<>(search.find(field.getText()));
        types.removeIf(allowed.negate());
        if (field.getText().isBlank()) {
            List<NodeType> first = recent.stream().filter(types::contains).toList();
            types.removeAll(first);
            types.addAll(0, first);
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

    private void take() {
        NodeType type = list.getSelectedValue();
        if (type != null) {
            recent.remove(type);
            recent.add(0, type);
            if (recent.size() > MOST_RECENT) {
                recent.remove(MOST_RECENT);
            }
            close();
            chosen.accept(type);
        }
    }
}
