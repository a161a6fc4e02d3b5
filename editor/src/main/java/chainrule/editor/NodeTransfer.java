package chainrule.editor;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.util.List;

/**
 * Nodes on their way to another place: as plain text a graph file, which keeps everything, and as formatted text the
 * program, which is what a reader of a mail wants to see.
 *
 * @param file the text of a graph file
 */
record NodeTransfer(String file, String program) implements Transferable {
    @Override
    public DataFlavor[] getTransferDataFlavors() {
        return new DataFlavor[] {DataFlavor.stringFlavor, DataFlavor.fragmentHtmlFlavor};
    }

    @Override
    public boolean isDataFlavorSupported(DataFlavor flavor) {
        return List.of(getTransferDataFlavors()).contains(flavor);
    }

    @Override
    public Object getTransferData(DataFlavor flavor) throws UnsupportedFlavorException {
        if (DataFlavor.stringFlavor.equals(flavor)) {
            return file;
        }
        if (DataFlavor.fragmentHtmlFlavor.equals(flavor)) {
            return "<pre>" + program.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</pre>";
        }
        throw new UnsupportedFlavorException(flavor);
    }
}
