package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Keys;
import chainrule.editor.action.Scope;
import java.awt.Component;
import java.util.stream.Collectors;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;

/** The list of keys, and what the program is made of. */
final class HelpActions {
    /** Name and licence of what the program is built on. */
    private static final String[][] LIBRARIES = {
        {"ND4J, JavaCPP", "arrays, native code", "Apache-2.0"},
        {"OpenBLAS", "matrix products", "BSD-3-Clause"},
        {"FlatLaf", "look of the window", "Apache-2.0"},
        {"JGraphX", "canvas", "BSD-3-Clause"},
        {"JLaTeXMath", "formulas", "GPL-2.0 with linking exception"},
        {"MigLayout", "layout", "BSD-3-Clause"},
        {"JSVG", "icons", "MIT"},
        {"Jackson", "files", "Apache-2.0"},
        {"commonmark-java", "lesson pages", "BSD-2-Clause"},
        {"picocli", "command line", "Apache-2.0"},
        {"Inter, JetBrains Mono", "fonts", "OFL-1.1"},
    };

    private HelpActions() {}

    static void addTo(Actions actions, Component over) {
        actions.add(EditorAction.of(
                        "help.keys", "Keyboard shortcuts", () -> show(over, "Keyboard shortcuts", keys(actions))))
                .keys(Scope.WINDOW, "menu shift K");
        actions.add(EditorAction.of("help.about", "About Chainrule", () -> show(over, "About Chainrule", about())));
    }

    private static void show(Component over, String title, JPanel content) {
        JScrollPane scroll = new JScrollPane(content);
        JOptionPane.showMessageDialog(over, scroll, title, JOptionPane.PLAIN_MESSAGE);
    }

    static JPanel keys(Actions actions) {
        JPanel panel = new JPanel(new MigLayout("insets 0 0 0 16, gap 32 6, wrap 2", "[grow][]"));
        for (EditorAction action : actions.all()) {
            if (!action.keys().isEmpty()) {
                panel.add(new JLabel(action.name()));
                panel.add(mono(action.keys().stream().map(Keys::text).collect(Collectors.joining(", "))));
            }
        }
        return panel;
    }

    private static JPanel about() {
        JPanel panel = new JPanel(new MigLayout("insets 0 0 0 16, gap 24 6, wrap 3"));
        JLabel name = new JLabel("Chainrule " + version());
        name.putClientProperty("FlatLaf.styleClass", "h3");
        panel.add(name, "span");
        panel.add(new JLabel("Neural networks as graphs, with every gradient in sight. Licence: Apache-2.0."), "span");
        panel.add(
                new JLabel("Java " + System.getProperty("java.version") + " · " + System.getProperty("os.name")),
                "span, gapbottom 12");
        for (String[] library : LIBRARIES) {
            for (String word : library) {
                panel.add(new JLabel(word));
            }
        }
        return panel;
    }

    private static String version() {
        String version = HelpActions.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }

    private static JLabel mono(String text) {
        JLabel label = new JLabel(text);
        label.putClientProperty("FlatLaf.styleClass", "monospaced");
        return label;
    }
}
