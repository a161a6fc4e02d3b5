package chainrule.editor.palette;

import chainrule.language.Phrases;
import java.awt.Component;
import java.awt.Point;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;

/** What can be done with a line of the palette: by the right button or the menu key. */
final class RowMenu extends JPopupMenu {
    private static final Phrases WORDS = Phrases.of(RowMenu.class);
    private static final long serialVersionUID = 1;

    private final JList<Row> list;
    private final transient Runnable add;
    private final transient Runnable star;

    RowMenu(JList<Row> list, Runnable add, Runnable star) {
        this.list = list;
        this.add = add;
        this.star = star;
        setName("palette.menu");
    }

    @Override
    public void show(Component invoker, int x, int y) {
        int index = list.locationToIndex(new Point(x, y));
        if (index >= 0 && list.getCellBounds(index, index).contains(x, y)) {
            list.setSelectedIndex(index);
        }
        Row row = list.getSelectedValue();
        removeAll();
        if (row == null || row instanceof Row.Shelf) {
            return;
        }
        offer("star.insert", add);
        if (row instanceof Row.Entry entry) {
            offer(entry.starred() ? "star.remove" : "star.add", star);
        }
        super.show(invoker, x, y);
    }

    private void offer(String key, Runnable deed) {
        JMenuItem item = new JMenuItem(WORDS.text(key));
        item.setName(key);
        item.addActionListener(chosen -> deed.run());
        add(item);
    }
}
