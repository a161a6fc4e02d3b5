package chainrule.editor.palette;

import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.TransferHandler;
import org.jspecify.annotations.Nullable;

/** Lets an entry of the palette be dragged as the text {@code chainrule-node:ID}. */
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
        return component instanceof JList<?> list && list.getSelectedValue() instanceof Row.Entry entry
                ? new StringSelection(PREFIX + entry.type().id())
                : null;
    }
}
