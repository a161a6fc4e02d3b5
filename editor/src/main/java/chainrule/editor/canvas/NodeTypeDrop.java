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

/**
 * Takes a node type that is dragged from the palette, which travels as text: {@code chainrule-node:tanh}. Any other text is
 * a graph or a program that somebody else reads.
 */
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
        Point place = support.isDrop() ? support.getDropLocation().getDropPoint() : canvas.pointer();
        return taken(support.getTransferable(), place);
    }

    /** Adds the type that was dropped; answers whether it was one. */
    boolean taken(Transferable dropped, Point place) {
        Optional<String> text = text(dropped);
        Optional<NodeType> type = text.flatMap(this::type);
        if (text.isEmpty() || canvas.refuses()) {
            return type.isPresent();
        }
        type.ifPresentOrElse(
                t -> canvas.dropNode(t, place), () -> canvas.asking().text(text.get(), place));
        return true;
    }

    private Optional<TransferHandler> windows() {
        return SwingUtilities.getWindowAncestor(canvas) instanceof JFrame frame
                ? Optional.ofNullable(frame.getTransferHandler())
                : Optional.empty();
    }

    private Optional<NodeType> type(String text) {
        return text.startsWith(PREFIX) ? catalog.get().find(text.substring(PREFIX.length())) : Optional.empty();
    }

    private static Optional<String> text(Transferable dropped) {
        try {
            return dropped.getTransferData(DataFlavor.stringFlavor) instanceof String text
                    ? Optional.of(text)
                    : Optional.empty();
        } catch (UnsupportedFlavorException | IOException gone) {
            return Optional.empty();
        }
    }
}
