package chainrule.editor;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.TransferHandler;

/** Opens the files that are dropped on the window. */
final class FileDrop extends TransferHandler {
    private static final long serialVersionUID = 1;

    private final transient Consumer<Path> open;

    FileDrop(Consumer<Path> open) {
        this.open = open;
    }

    @Override
    public boolean canImport(TransferSupport support) {
        return support.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
    }

    @Override
    public boolean importData(TransferSupport support) {
        List<Path> files = files(support);
        files.forEach(open);
        return !files.isEmpty();
    }

    private static List<Path> files(TransferSupport support) {
        try {
            Object files = support.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
            return files instanceof List<?> list
                    ? list.stream()
                            .filter(File.class::isInstance)
                            .map(file -> ((File) file).toPath())
                            .toList()
                    : List.of();
        } catch (UnsupportedFlavorException | IOException gone) {
            return List.of();
        }
    }
}
