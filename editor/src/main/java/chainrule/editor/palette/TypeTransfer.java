package chainrule.editor.palette;

import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.TransferHandler;
import org.jspecify.annotations.Nullable;

/** Lets an entry of the palette be dragged as the text {@code chainrule-node:ID}, and a piece as its program. */
public final class TypeTransfer extends TransferHandler {
    /** What the dragged text begins with; the type's id follows. */
    public static final String PREFIX = "chainrule-node:";

    private static final long serialVersionUID = 1;

    @Override
    public int getSourceActions(JComponent component) {
        return COPY;
    }

    @Override
    protected @Nullable Transferable createTransferable(JComponent component) {
        Object row = component instanceof JList<?> list ? list.getSelectedValue() : null;
        if (row instanceof Row.Several several) {
            return new StringSelection(several.piece().program());
        }
        return row instanceof Row.Entry entry
                ? new StringSelection(PREFIX + entry.type().id())
                : null;
    }
}
