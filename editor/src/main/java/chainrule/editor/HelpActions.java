package chainrule.editor;

import chainrule.editor.action.Actions;
import chainrule.editor.action.EditorAction;
import chainrule.editor.action.Keymap;
import chainrule.editor.action.KeysPanel;
import chainrule.editor.action.Scope;
import chainrule.editor.file.FaultLog;
import chainrule.language.Phrases;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Dimension;
import java.util.function.Consumer;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** The list of keys, and what the program is made of. */
final class HelpActions {
    private static final Phrases WORDS = Phrases.of(HelpActions.class);
    private static final int COLUMNS = 56;

    private HelpActions() {}

    /**
     * @param copy puts a text on the clipboard
     */
    static void addTo(Actions actions, Component over, Keymap keymap, Runnable keysChanged, Consumer<String> copy) {
        actions.add(EditorAction.of(
                "help.news", WORDS.text("help.news"), () -> show(over, WORDS.text("help.news"), text(News.text()))));
        actions.add(EditorAction.of("help.report", WORDS.text("help.report"), () -> {
            String report = ProblemReport.text(FaultLog.ofThisAccount());
            copy.accept(report);
            show(over, WORDS.text("help.report"), text(WORDS.text("help.report.copied") + "\n\n" + report));
        }));
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

    private static JPanel text(String words) {
        JTextArea area = new JTextArea(words, 0, COLUMNS);
        area.setName("help.text");
        area.setEditable(false);
        area.setOpaque(false);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setSize(area.getPreferredSize().width, Short.MAX_VALUE);
        JPanel panel = new JPanel(new MigLayout("insets 0 0 0 16"));
        panel.add(area, "width " + area.getPreferredSize().width + "!");
        return panel;
    }

    private static JPanel about() {
        JPanel panel = new JPanel(new MigLayout("insets 0 0 0 16, gap 8 6, wrap 1"));
        JLabel name = new JLabel("Chainrule " + News.version());
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
        JTextArea notice = new JTextArea(News.resource("NOTICE"));
        notice.setEditable(false);
        notice.setOpaque(false);
        notice.putClientProperty("FlatLaf.styleClass", "monospaced");
        panel.add(notice);
        return panel;
    }
}
