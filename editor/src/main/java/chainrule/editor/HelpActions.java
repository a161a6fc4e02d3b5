package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Keymap;
import chainrule.editor.action.KeysPanel;
import chainrule.editor.action.Scope;
import chainrule.language.Phrases;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Dimension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** The list of keys, and what the program is made of. */
final class HelpActions {
    private static final Phrases WORDS = Phrases.of(HelpActions.class);

    private HelpActions() {}

    static void addTo(Actions actions, Component over, Keymap keymap, Runnable keysChanged) {
        actions.add(EditorAction.of("help.keys", WORDS.text("help.keys"), () -> {
                    KeysPanel panel = new KeysPanel(actions, keymap, keysChanged);
                    Dimension wish = panel.getPreferredSize();
                    int most = over.getHeight() * 2 / 3;
                    panel.setPreferredSize(new Dimension(wish.width, Math.min(wish.height, most)));
                    JOptionPane.showMessageDialog(
                            over, panel, WORDS.text("help.keys.title"), JOptionPane.PLAIN_MESSAGE);
                }))
                .keys(Scope.WINDOW, "menu shift K");
        actions.add(EditorAction.of(
                "help.about", WORDS.text("help.about"), () -> show(over, WORDS.text("help.about"), about())));
    }

    private static void show(Component over, String title, JPanel content) {
        JScrollPane scroll = new JScrollPane(content);
        scroll.setBorder(null);
        scroll.getVerticalScrollBar().setUnitIncrement(UIScale.scale(20));
        Dimension size = content.getPreferredSize();
        int room = over.getHeight() * 2 / 3;
        scroll.setPreferredSize(new Dimension(size.width + UIScale.scale(24), Math.min(size.height, room)));
        JOptionPane.showMessageDialog(over, scroll, title, JOptionPane.PLAIN_MESSAGE);
    }

    private static JPanel about() {
        JPanel panel = new JPanel(new MigLayout("insets 0 0 0 16, gap 8 6, wrap 1"));
        JLabel name = new JLabel("Chainrule " + version());
        name.putClientProperty("FlatLaf.styleClass", "h2");
        panel.add(name);
        panel.add(new JLabel(WORDS.text("help.motto")));
        panel.add(
                new JLabel(WORDS.text(
                        "help.platform",
                        System.getProperty("java.version"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"))),
                "gapbottom 8");
        JTextArea notice = new JTextArea(notice());
        notice.setEditable(false);
        notice.setOpaque(false);
        notice.putClientProperty("FlatLaf.styleClass", "monospaced");
        panel.add(notice);
        return panel;
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = HelpActions.class.getResourceAsStream("/chainrule/app/version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException unreadable) {
            return "";
        }
        return properties.getProperty("version", "");
    }

    /** What the program is built on, with versions and licences: the file NOTICE. */
    private static String notice() {
        try (InputStream in = HelpActions.class.getResourceAsStream("NOTICE")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
