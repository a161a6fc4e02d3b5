package chainrule.editor;

import java.awt.Desktop;
import java.awt.desktop.OpenFilesEvent;
import java.awt.desktop.OpenFilesHandler;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;

/** Opens the files that the system hands to the running program, as macOS does on a double click on one of them. */
record OpenEvents(Consumer<List<Path>> open) implements OpenFilesHandler {
    /** Has such files opened from now on; where the system hands over none, nothing happens. */
    static void listen(Consumer<List<Path>> open) {
        if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.APP_OPEN_FILE)) {
            Desktop.getDesktop().setOpenFileHandler(new OpenEvents(open));
        }
    }

    @Override
    public void openFiles(OpenFilesEvent event) {
        opened(event.getFiles());
    }

    void opened(List<File> handed) {
        List<Path> files = handed.stream().map(File::toPath).toList();
        SwingUtilities.invokeLater(() -> open.accept(files));
    }
}
