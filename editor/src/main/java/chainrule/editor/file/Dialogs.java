package chainrule.editor.file;

import chainrule.language.Phrases;
import java.awt.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.jspecify.annotations.Nullable;

/** The questions about files as dialogs over a window. */
public final class Dialogs implements Questions {
    private static final Phrases WORDS = Phrases.of(Dialogs.class);

    private final Component over;
    private @Nullable File folder;

    public Dialogs(Component over) {
        this.over = over;
    }

    @Override
    public Optional<Path> fileToOpen() {
        JFileChooser chooser = chooser();
        return answer(chooser, chooser.showOpenDialog(over));
    }

    @Override
    public Optional<Path> fileToSave(String suggested) {
        return toSave(chooser(), suggested);
    }

    @Override
    public Optional<Path> pictureToSave(String suggested) {
        JFileChooser chooser = new JFileChooser(folder);
        chooser.setFileFilter(new FileNameExtensionFilter(WORDS.text("dialog.pictures"), "png", "svg", "pdf", "gif"));
        return toSave(chooser, suggested);
    }

    private Optional<Path> toSave(JFileChooser chooser, String suggested) {
        File file = new File(suggested);
        chooser.setSelectedFile(file.isAbsolute() ? file : new File(chooser.getCurrentDirectory(), suggested));
        return answer(chooser, chooser.showSaveDialog(over));
    }

    @Override
    public Unsaved unsaved(String name) {
        Object[] verbs = {WORDS.text("dialog.save"), WORDS.text("dialog.discard"), WORDS.text("dialog.keep")};
        int answer = JOptionPane.showOptionDialog(
                over,
                WORDS.text("dialog.unsaved.sentence", name),
                WORDS.text("dialog.unsaved"),
                JOptionPane.DEFAULT_OPTION,
                JOptionPane.WARNING_MESSAGE,
                null,
                verbs,
                verbs[0]);
        return answer == 0 ? Unsaved.SAVE : answer == 1 ? Unsaved.DISCARD : Unsaved.CANCEL;
    }

    @Override
    public boolean mayReplace(Path path) {
        Object[] verbs = {WORDS.text("dialog.replace"), WORDS.text("dialog.cancel")};
        String question = WORDS.text("dialog.there", path.getFileName());
        int answer = JOptionPane.showOptionDialog(
                over,
                question,
                WORDS.text("dialog.replace.title"),
                JOptionPane.DEFAULT_OPTION,
                JOptionPane.WARNING_MESSAGE,
                null,
                verbs,
                verbs[1]);
        return answer == 0;
    }

    /** Begins in the folder of the last answer. */
    private JFileChooser chooser() {
        JFileChooser chooser = new JFileChooser(folder);
        chooser.setFileFilter(new FileNameExtensionFilter(WORDS.text("dialog.graphs", Filing.ENDING), "json"));
        return chooser;
    }

    private Optional<Path> answer(JFileChooser chooser, int result) {
        if (result != JFileChooser.APPROVE_OPTION) {
            return Optional.empty();
        }
        folder = chooser.getCurrentDirectory();
        return Optional.of(chooser.getSelectedFile().toPath());
    }
}
