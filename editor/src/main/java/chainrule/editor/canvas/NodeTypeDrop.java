package chainrule.editor.canvas;

import chainrule.op.Catalog;
import chainrule.op.NodeType;
import java.awt.Point;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.TransferHandler;

/** Takes a node type that is dragged from the palette, which travels as text: {@code chainrule-node:tanh}. */
public final class NodeTypeDrop extends TransferHandler {
    private static final long serialVersionUID = 1;
    private static final String PREFIX = "chainrule-node:";

    private final transient GraphCanvas canvas;
    private final transient Supplier<Catalog> catalog;

    NodeTypeDrop(GraphCanvas canvas, Supplier<Catalog> catalog) {
        this.canvas = canvas;
        this.catalog = catalog;
    }

    /** The text that a dragged node type travels as. */
    public static String text(NodeType type) {
        return PREFIX + type.id();
    }

    @Override
    public boolean canImport(TransferSupport support) {
        return support.isDataFlavorSupported(DataFlavor.stringFlavor)
                || windows().filter(window -> window.canImport(support)).isPresent();
    }

    /** What is no node type is the window's: a file that is dropped on the canvas is opened. */
    @Override
    public boolean importData(TransferSupport support) {
        if (support.isDataFlavorSupported(DataFlavor.javaFileListFlavor)) {
            return windows().filter(window -> window.importData(support)).isPresent();
        }
        return taken(support.getTransferable(), support.getDropLocation().getDropPoint());
    }

    /** Adds the type that was dropped; answers whether it was one. */
    boolean taken(Transferable dropped, Point place) {
        Optional<NodeType> type = type(dropped);
        type.filter(t -> !canvas.refuses()).ifPresent(t -> canvas.dropNode(t, place));
        return type.isPresent();
    }

    private Optional<TransferHandler> windows() {
        return SwingUtilities.getWindowAncestor(canvas) instanceof JFrame frame
                ? Optional.ofNullable(frame.getTransferHandler())
                : Optional.empty();
    }

    private Optional<NodeType> type(Transferable dropped) {
        try {
            Object text = dropped.getTransferData(DataFlavor.stringFlavor);
            return text instanceof String s && s.startsWith(PREFIX)
                    ? catalog.get().find(s.substring(PREFIX.length()))
                    : Optional.empty();
        } catch (UnsupportedFlavorException | IOException gone) {
            return Optional.empty();
        }
    }
}
