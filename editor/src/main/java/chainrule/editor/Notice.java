package chainrule.editor;

import chainrule.editor.theme.Colors;
import chainrule.editor.theme.Icons;
import java.awt.Color;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** A strip under the menu bar with one sentence about something that went wrong, until it is closed. */
final class Notice extends JPanel {
    private static final long serialVersionUID = 1;

    private final JLabel sentence = new JLabel();

    Notice() {
        super(new MigLayout("insets 6 12 6 8, fillx", "[]8[grow,fill,0:0:][]", "[center]"));
        setName("notice");
        JButton close = new JButton(Icons.named("close"));
        close.putClientProperty("JButton.buttonType", "toolBarButton");
        close.getAccessibleContext().setAccessibleName("Close this message");
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
        add(close);
        setVisible(false);
    }

    /** Shows a sentence in place of the one before. */
    void tell(String text) {
        sentence.setText(text);
        sentence.setToolTipText(text);
        setVisible(true);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        Colors colors = Colors.current();
        setBackground(Colors.mixed(colors.panel(), colors.problem(), 0.12));
        setBorder(BorderFactory.createMatteBorder(0, 0, 1, 0, colors.hairline()));
    }
}
