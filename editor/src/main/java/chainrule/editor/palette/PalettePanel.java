package chainrule.editor.palette;

import chainrule.editor.action.Edits;
import chainrule.editor.session.Workbench;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Icons;
import chainrule.io.OwnBlock;
import chainrule.language.Phrases;
import chainrule.op.NodeType;
import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.extras.components.FlatTextField;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.prefs.Preferences;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;

/**
 * The shelves of node types. An entry is dragged to the canvas, or added there by a double click or Enter; a shelf
 * opens and closes by a click on its title, or by the arrow keys.
 */
public final class PalettePanel extends JPanel {
    private static final Phrases WORDS = Phrases.of(PalettePanel.class);
    private static final long serialVersionUID = 1;

    private static final String CLOSED = "palette.closed";

    private final transient Preferences preferences;
    private final transient Shelves shelves;
    private final JButton fold = new JButton();
    private final transient Consumer<NodeType> add;
    private final transient Consumer<Piece> insert;
    private final transient Starred starred;
    private final transient RowRenderer renderer = new RowRenderer();
    private final FlatTextField filter = new FlatTextField();
    private final DefaultListModel<Row> rows = new DefaultListModel<>();
    private final JList<Row> list = new JList<>(rows);
    private transient Map<String, OwnBlock> blocks = Map.of();
    private final JScrollPane scroll = new JScrollPane(list);

    /**
     * @param preferences where it remembers which shelves are closed
     * @param add puts a node of a type where there is room
     * @param insert puts the nodes of a piece where there is room
     */
    public PalettePanel(Workbench workbench, Preferences preferences, Consumer<NodeType> add, Consumer<Piece> insert) {
        super(new BorderLayout());
        this.preferences = preferences;
        this.starred = new Starred(preferences);
        this.shelves = new Shelves(workbench::types, starred);
        this.add = add;
        this.insert = insert;
        List<String> closed = List.of(preferences.get(CLOSED, "").split(" "));
        ShelfId.all().forEach(shelf -> shelves.open(shelf, !closed.contains(shelf.name())));
        setName("palette");
        add(filterField(), BorderLayout.NORTH);
        add(shelvesList(), BorderLayout.CENTER);
        applyColors();
        refill();
        workbench
                .history()
                .onChange(
                        () -> followBlocks(workbench.history().document().file().blocks()));
    }

    /** Puts the cursor into the filter. */
    public void focusFilter() {
        filter.requestFocusInWindow();
        filter.selectAll();
    }

    /** Closes every shelf, or opens them where all are closed. */
    private void fold() {
        shelves.openAll(allClosed());
        changed();
    }

    private boolean allClosed() {
        return shelves.closed().containsAll(ShelfId.all());
    }

    /** Shelves were opened or closed: that is remembered. */
    private void changed() {
        refill();
        preferences.put(
                CLOSED, shelves.closed().stream().map(ShelfId::name).sorted().collect(Collectors.joining(" ")));
        name();
    }

    private void name() {
        String name = WORDS.text(allClosed() ? "shelves.open" : "shelves.close");
        fold.setIcon(Icons.named(allClosed() ? "unfold" : "fold"));
        fold.setToolTipText(name);
        fold.getAccessibleContext().setAccessibleName(name);
    }

    private void followBlocks(Map<String, OwnBlock> now) {
        boolean none = now.isEmpty() && blocks.isEmpty();
        if (now != blocks && !none) {
            refill();
        }
        blocks = now;
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
        setBackground(colors.panel());
        list.setBackground(colors.panel());
        int gap = UIScale.scale(8);
        scroll.setBorder(BorderFactory.createEmptyBorder(0, 0, gap, 0));
        ((JComponent) getComponent(0)).setBorder(BorderFactory.createEmptyBorder(gap + gap / 2, gap, gap, gap));
    }

    private JComponent filterField() {
        filter.setName("palette.filter");
        filter.setPlaceholderText(WORDS.text("palette.filter"));
        filter.setShowClearButton(true);
        filter.getAccessibleContext().setAccessibleName(WORDS.text("palette.filter"));
        Edits.onTyping(filter, this::filtered);
        Edits.onKey(filter, "DOWN", this::enterList);
        Edits.onKey(filter, "ENTER", this::addSelected);
        Edits.onKey(filter, "ESCAPE", () -> filter.setText(""));
        JPanel north = new JPanel(new BorderLayout());
        north.setOpaque(false);
        north.add(filter, BorderLayout.CENTER);
        fold.setName("palette.fold");
        fold.putClientProperty("JButton.buttonType", "toolBarButton");
        fold.addActionListener(click -> fold());
        name();
        north.add(fold, BorderLayout.EAST);
        return north;
    }

    private JComponent shelvesList() {
        list.setName("palette.list");
        list.getAccessibleContext().setAccessibleName(WORDS.text("palette.types"));
        list.setCellRenderer(renderer);
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setDragEnabled(true);
        list.setTransferHandler(new TypeTransfer());
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                pressed(event);
            }
        });
        StarPointing.addTo(list, renderer);
        list.setComponentPopupMenu(new RowMenu(list, this::addSelected, this::starSelected));
        Edits.onKey(list, "ENTER", this::addSelected);
        Edits.onKey(list, "typed *", this::starSelected);
        Edits.onKey(list, "LEFT", () -> openSelected(false));
        Edits.onKey(list, "RIGHT", () -> openSelected(true));
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.getVerticalScrollBar().setUnitIncrement(UIScale.scale(20));
        scroll.putClientProperty(FlatClientProperties.SCROLL_PANE_SMOOTH_SCROLLING, true);
        return scroll;
    }

    private void pressed(MouseEvent event) {
        int index = list.locationToIndex(event.getPoint());
        Rectangle bounds = index < 0 ? null : list.getCellBounds(index, index);
        if (bounds == null || !bounds.contains(event.getPoint()) || event.getButton() != MouseEvent.BUTTON1) {
            return;
        }
        Row row = rows.get(index);
        if (row instanceof Row.Shelf shelf && filter.getText().isBlank()) {
            shelves.toggle(shelf.shelf());
            changed();
            list.setSelectedIndex(index);
        } else if (row instanceof Row.Entry && RowRenderer.onStar(event.getX() - bounds.x, bounds.width)) {
            list.setSelectedIndex(index);
            starSelected();
        } else if (event.getClickCount() == 2 && !(row instanceof Row.Shelf)) {
            addSelected();
        }
    }

    /** Stars the selected type, or takes its star away; the line stays where the pointer is. */
    private void starSelected() {
        if (list.getSelectedValue() instanceof Row.Entry entry) {
            int before = rows.size();
            int index = list.getSelectedIndex();
            Point seen = scroll.getViewport().getViewPosition();
            int height = list.getPreferredSize().height;
            starred.toggle(entry.type());
            refill();
            boolean own = entry.shelf().equals(ShelfId.STARRED);
            int moved = own ? 0 : rows.size() - before;
            list.setSelectedIndex(Math.min(index + moved, rows.size() - 1));
            validate();
            seen.y = Math.max(0, seen.y + (own ? 0 : list.getPreferredSize().height - height));
            scroll.getViewport().setViewPosition(seen);
        }
    }

    private void addSelected() {
        Row row = list.getSelectedValue();
        if (row instanceof Row.Entry entry) {
            add.accept(entry.type());
        } else if (row instanceof Row.Several several) {
            insert.accept(several.piece());
        } else if (row instanceof Row.Shelf shelf) {
            openSelected(!shelf.open());
        }
    }

    private void openSelected(boolean open) {
        Row row = list.getSelectedValue();
        if (row == null) {
            return;
        }
        shelves.open(row.shelf(), open);
        changed();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).shelf().equals(row.shelf())) {
                list.setSelectedIndex(i);
                list.ensureIndexIsVisible(i);
                return;
            }
        }
    }

    private void enterList() {
        list.requestFocusInWindow();
        if (list.isSelectionEmpty() && !rows.isEmpty()) {
            list.setSelectedIndex(Math.min(1, rows.size() - 1));
        }
    }

    private void filtered() {
        shelves.filter(filter.getText());
        refill();
        List<NodeType> found = shelves.found();
        if (!found.isEmpty()) {
            select(found.get(0));
        }
    }

    /** Selects a type on the shelf of its category. */
    private void select(NodeType type) {
        for (int i = 0; i < rows.size(); i++) {
            boolean there = rows.get(i) instanceof Row.Entry entry
                    && entry.type() == type
                    && !entry.shelf().equals(ShelfId.STARRED);
            if (there) {
                list.setSelectedIndex(i);
                list.ensureIndexIsVisible(i);
                return;
            }
        }
    }

    private void refill() {
        rows.clear();
        rows.addAll(shelves.rows());
    }
}
