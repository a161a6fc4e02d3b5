package chainrule.editor;

import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Icons;
import chainrule.language.Phrases;
import java.awt.Color;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** A strip under the menu bar with one sentence, and perhaps what can be done about it, until it is closed. */
final class Notice extends JPanel {
    private static final Phrases WORDS = Phrases.of(Notice.class);
    private static final long serialVersionUID = 1;

    private final JLabel sentence = new JLabel();
    private final transient Consumer<String> voice;
    private final JPanel verbs = new JPanel(new MigLayout("insets 0, gap 6"));

    /**
     * @param voice says each sentence to those who cannot see it
     */
    Notice(Consumer<String> voice) {
        super(new MigLayout("insets 6 12 6 8, fillx", "[]8[grow,fill,0:0:][]8[]", "[center]"));
        this.voice = voice;
        setName("notice");
        JButton close = new JButton(Icons.named("close"));
        close.putClientProperty("JButton.buttonType", "toolBarButton");
        close.getAccessibleContext().setAccessibleName(WORDS.text("notice.close"));
        close.setName("notice.close");
        close.addActionListener(click -> setVisible(false));
        sentence.setName("notice.sentence");
        JLabel sign = new JLabel("!") {
            private static final long serialVersionUID = 1;

            @Override
            public Color getForeground() {
                return Colors.current().problem();
            }
        };
        sign.putClientProperty("FlatLaf.styleClass", "h3");
        add(sign);
        add(sentence);
        verbs.setOpaque(false);
        add(verbs);
        add(close);
        setVisible(false);
    }

    /** Shows a sentence in place of the one before. */
    void tell(String text) {
        ask(text, Map.of());
    }

    /** Shows a sentence and what can be done about it, by verb; each ends the notice. */
    void ask(String text, Map<String, Runnable> deeds) {
        verbs.removeAll();
        deeds.forEach((verb, deed) -> {
            JButton button = new JButton(verb);
            button.setName("notice." + verb);
            button.addActionListener(click -> {
                setVisible(false);
                deed.run();
            });
            verbs.add(button);
        });
        sentence.setText(text);
        sentence.setToolTipText(text);
        setVisible(true);
        voice.accept(text);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        Colors colors = Colors.current();
        setBackground(Colors.mixed(colors.panel(), colors.problem(), 0.12));
        setBorder(BorderFactory.createMatteBorder(0, 0, 1, 0, colors.hairline()));
    }
}
