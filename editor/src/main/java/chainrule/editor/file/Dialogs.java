package chainrule.editor.file;

import java.awt.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;

/** The questions about files as dialogs over a window. */
public final class Dialogs implements Questions {
    private final Component over;
    private final JFileChooser chooser = new JFileChooser();

    public Dialogs(Component over) {
        this.over = over;
        chooser.setFileFilter(new FileNameExtensionFilter("Chainrule graph (*" + Filing.ENDING + ")", "json"));
    }

    @Override
    public Optional<Path> fileToOpen() {
        chooser.updateUI();
        return answer(chooser.showOpenDialog(over));
    }

    @Override
    public Optional<Path> fileToSave(String suggested) {
        chooser.updateUI();
        File file = new File(suggested);
        chooser.setSelectedFile(file.isAbsolute() ? file : new File(chooser.getCurrentDirectory(), suggested));
        return answer(chooser.showSaveDialog(over));
    }

    @Override
    public Unsaved unsaved(String name) {
        Object[] verbs = {"Save", "Discard", "Cancel"};
        int answer = JOptionPane.showOptionDialog(
                over,
                "The changes to " + name + " are not saved.",
                "Unsaved changes",
                JOptionPane.DEFAULT_OPTION,
                JOptionPane.WARNING_MESSAGE,
                null,
                verbs,
                verbs[0]);
        return answer == 0 ? Unsaved.SAVE : answer == 1 ? Unsaved.DISCARD : Unsaved.CANCEL;
    }

    @Override
    public boolean mayReplace(Path path) {
        Object[] verbs = {"Replace", "Cancel"};
        String question = path.getFileName() + " is there already.";
        int answer = JOptionPane.showOptionDialog(
                over,
                question,
                "Replace the file",
                JOptionPane.DEFAULT_OPTION,
                JOptionPane.WARNING_MESSAGE,
                null,
                verbs,
                verbs[1]);
        return answer == 0;
    }

    private Optional<Path> answer(int result) {
        return result == JFileChooser.APPROVE_OPTION
                ? Optional.of(chooser.getSelectedFile().toPath())
                : Optional.empty();
    }
}
