package chainrule.editor.palette;

import chainrule.editor.action.Edits;
import chainrule.editor.session.Workbench;
import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Icons;
import chainrule.io.OwnBlock;
import chainrule.language.Phrases;
import chainrule.op.Category;
import chainrule.op.NodeType;
import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.extras.components.FlatTextField;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
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
    private final FlatTextField filter = new FlatTextField();
    private final DefaultListModel<Row> rows = new DefaultListModel<>();
    private final JList<Row> list = new JList<>(rows);
    private transient Map<String, OwnBlock> blocks = Map.of();
    private final JScrollPane scroll = new JScrollPane(list);

    /**
     * @param preferences where it remembers which shelves are closed
     * @param add puts a node of a type where there is room
     */
    public PalettePanel(Workbench workbench, Preferences preferences, Consumer<NodeType> add) {
        super(new BorderLayout());
        this.preferences = preferences;
        this.shelves = new Shelves(workbench::types);
        this.add = add;
        List<String> closed = List.of(preferences.get(CLOSED, "").split(" "));
        for (Category category : Category.values()) {
            shelves.open(category, !closed.contains(category.name()));
        }
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
        return shelves.closed().size() == Category.values().length;
    }

    /** Shelves were opened or closed: that is remembered. */
    private void changed() {
        refill();
        preferences.put(
                CLOSED, shelves.closed().stream().map(Category::name).sorted().collect(Collectors.joining(" ")));
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
        list.setCellRenderer(new RowRenderer());
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setDragEnabled(true);
        list.setTransferHandler(new TypeTransfer());
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                pressed(event);
            }
        });
        Edits.onKey(list, "ENTER", this::addSelected);
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
            shelves.toggle(shelf.category());
            changed();
            list.setSelectedIndex(index);
        } else if (row instanceof Row.Entry entry && event.getClickCount() == 2) {
            add.accept(entry.type());
        }
    }

    private void addSelected() {
        Row row = list.getSelectedValue();
        if (row instanceof Row.Entry entry) {
            add.accept(entry.type());
        } else if (row instanceof Row.Shelf shelf) {
            openSelected(!shelf.open());
        }
    }

    private void openSelected(boolean open) {
        Row row = list.getSelectedValue();
        if (row == null) {
            return;
        }
        shelves.open(row.category(), open);
        changed();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).category() == row.category()) {
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
            list.setSelectedValue(new Row.Entry(found.get(0)), true);
        }
    }

    private void refill() {
        rows.clear();
        rows.addAll(shelves.rows());
    }
}
