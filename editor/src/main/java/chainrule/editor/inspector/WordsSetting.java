package chainrule.editor.inspector;

import chainrule.editor.action.Edits;
import chainrule.op.Literal;
import chainrule.op.Param;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import org.jspecify.annotations.Nullable;

/** A setting that is a text, of several lines where need be. */
final class WordsSetting implements SettingField {
    private static final int MOST_LINES = 6;

    private final JTextArea area = new JTextArea();
    private final JScrollPane scroll = new JScrollPane(area);
    private @Nullable Object gesture;
    private boolean showing;

    WordsSetting(Param<?> param, Listener listener) {
        SettingField.name(area, param);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        Edits.onEntering(area, () -> gesture = new Object());
        Edits.onTyping(area, () -> {
            if (!showing) {
                listener.changed(new Literal.Text(area.getText()), gesture);
            }
        });
    }

    @Override
    public JComponent component() {
        return scroll;
    }

    @Override
    public void show(Literal literal) {
        String text = literal instanceof Literal.Text words ? words.value() : "";
        if (!text.equals(area.getText())) {
            showing = true;
            area.setText(text);
            showing = false;
        }
        int line = area.getFontMetrics(area.getFont()).getHeight();
        int lines = Math.min(MOST_LINES, Math.max(1, area.getLineCount()));
        scroll.setPreferredSize(new Dimension(UIScale.scale(120), lines * line + UIScale.scale(8)));
    }
}
