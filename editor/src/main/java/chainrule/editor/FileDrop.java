package chainrule.editor;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.TransferHandler;

/** Opens a file that is dropped on the window. */
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
        Optional<Path> file = file(support);
        file.ifPresent(open);
        return file.isPresent();
    }

    private static Optional<Path> file(TransferSupport support) {
        try {
            Object files = support.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
            return files instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof File first
                    ? Optional.of(first.toPath())
                    : Optional.empty();
        } catch (UnsupportedFlavorException | IOException gone) {
            return Optional.empty();
        }
    }
}
