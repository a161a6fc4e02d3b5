package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.file.RecentFiles;
import chainrule.language.Phrases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JMenu;
import javax.swing.JMenuItem;

/** The menu of the files that were open last: to open them, and to pin those that should stay. */
final class RecentMenu {
    private static final Phrases WORDS = Phrases.of(RecentMenu.class);

    private final RecentFiles recent;
    private final TabHost host;
    private final Actions actions;

    RecentMenu(RecentFiles recent, TabHost host, Actions actions) {
        this.recent = recent;
        this.host = host;
        this.actions = actions;
    }

    /** Puts into a menu what is so now. */
    void fill(JMenu menu) {
        menu.removeAll();
        List<Path> paths = recent.paths();
        long pinned = paths.stream().filter(recent::isPinned).count();
        for (Path path : paths) {
            if (menu.getItemCount() == pinned && pinned > 0) {
                menu.addSeparator();
            }
            menu.add(entry(path));
        }
        if (!paths.isEmpty()) {
            menu.addSeparator();
            menu.add(pins(paths));
        }
        menu.add(actions.menuItem("file.forget"));
        menu.add(actions.menuItem("file.reopen"));
    }

    private JMenuItem entry(Path path) {
        JMenuItem item = new JMenuItem(String.valueOf(path.getFileName()));
        boolean there = Files.exists(path);
        item.setToolTipText(there ? path.toString() : WORDS.text("menu.gone", path));
        item.setEnabled(there);
        item.addActionListener(click -> host.open(path));
        return item;
    }

    private JMenu pins(List<Path> paths) {
        JMenu menu = new JMenu(WORDS.text("recent.keep"));
        menu.setName("file.pins");
        for (Path path : paths) {
            JCheckBoxMenuItem item = new JCheckBoxMenuItem(String.valueOf(path.getFileName()), recent.isPinned(path));
            item.setName("file.pin");
            item.setToolTipText(path.toString());
            item.addActionListener(click -> recent.pin(path, item.isSelected()));
            menu.add(item);
        }
        return menu;
    }
}
