package chainrule.editor;

import chainrule.editor.file.Filing;
import chainrule.presets.Preset;
import chainrule.presets.PresetCatalog;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JMenuBar;

/** The menu bar: the name of the program, the menus. */
final class Bar extends JMenuBar {
    private static final long serialVersionUID = 1;

    Bar(Menus menus, Filing filing, PresetCatalog presets, Consumer<Preset> open) {
        JLabel name = new JLabel("Chainrule");
        name.putClientProperty("FlatLaf.styleClass", "h4");
        name.setBorder(BorderFactory.createEmptyBorder(0, 12, 0, 12));
        add(name);
        add(menus.file(filing, presets, open));
        add(menus.edit());
        add(menus.view());
        add(menus.run());
        add(menus.help());
    }
}
