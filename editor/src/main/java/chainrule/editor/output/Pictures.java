package chainrule.editor.output;

import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.canvas.GraphPicture;
import chainrule.editor.picture.PictureFile;
import chainrule.editor.picture.PictureFormat;
import chainrule.editor.session.Selection;
import chainrule.editor.session.Workbench;
import chainrule.editor.theme.Colors;
import chainrule.io.GraphFile;
import chainrule.io.GraphJson;
import chainrule.language.Phrases;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JButton;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;

/** Pictures of a canvas, as files and on the clipboard. */
final class Pictures {
    private static final Phrases WORDS = Phrases.of(Pictures.class);
    private static final int COPIED_SCALE = 2;
    private static final int COPIED_MARGIN = 20;

    private final Workbench bench;
    private final GraphCanvas canvas;
    private final Desk desk;

    Pictures(Workbench bench, GraphCanvas canvas, Desk desk) {
        this.bench = bench;
        this.canvas = canvas;
        this.desk = desk;
    }

    /** Asks what the picture should be like, and where it goes. */
    void ask() {
        PicturePanel panel = new PicturePanel(canvas, anySelected());
        JButton save = new JButton(WORDS.text("picture.save.name"));
        JButton copy = new JButton(WORDS.text("picture.copy.name"));
        JButton close = new JButton(WORDS.text("picture.close.name"));
        save.setName("picture.save");
        copy.setName("picture.copy");
        close.setName("picture.close");
        save.addActionListener(click -> {
            if (save(panel.choice())) {
                SwingUtilities.getWindowAncestor(panel).dispose();
            }
        });
        copy.addActionListener(click -> {
            copy(panel.picture(), panel.choice().scale());
            SwingUtilities.getWindowAncestor(panel).dispose();
        });
        close.addActionListener(click -> SwingUtilities.getWindowAncestor(panel).dispose());
        JButton[] verbs = {save, copy, close};
        JOptionPane.showOptionDialog(
                canvas,
                panel,
                WORDS.text("picture.title"),
                JOptionPane.DEFAULT_OPTION,
                JOptionPane.PLAIN_MESSAGE,
                null,
                verbs,
                save);
    }

    /** Puts what is selected, or everything where nothing is, on the clipboard. */
    void copy() {
        boolean dark = Colors.current().isDark();
        PictureChoice choice = new PictureChoice(
                PictureFormat.PNG, COPIED_SCALE, anySelected(), dark, false, false, COPIED_MARGIN, false);
        copy(choice.of(canvas), choice.scale());
    }

    private boolean anySelected() {
        Selection selection = bench.selection();
        return !selection.nodes().isEmpty() || !selection.remarks().isEmpty();
    }

    private void copy(GraphPicture picture, int scale) {
        if (new PictureFile(picture, "", PictureFormat.PNG, scale).isTooLarge()) {
            desk.tell().accept(WORDS.text("picture.clipboard.large"));
            return;
        }
        BufferedImage image = picture.image(scale);
        try {
            desk.clipboard().get().setContents(new ImageTransfer(image), null);
        } catch (IllegalStateException busy) {
            desk.tell().accept(WORDS.text("picture.clipboard.busy"));
        }
    }

    /** Whether a file was chosen. */
    boolean save(PictureChoice choice) {
        String ending = "." + choice.format().ending();
        Path answer = desk.whereTo().apply(desk.title().get() + ending).orElse(null);
        if (answer == null) {
            return false;
        }
        String name = String.valueOf(answer.getFileName());
        PictureFormat format = PictureFormat.of(answer).orElse(choice.format());
        Path path = PictureFormat.of(answer).isPresent() ? answer : answer.resolveSibling(name + ending);
        GraphFile file = bench.history().document().file();
        PictureFile picture = new PictureFile(
                choice.of(canvas), file.title(), format, choice.scale(), choice.graph() ? GraphJson.write(file) : "");
        if (picture.isTooLarge()) {
            desk.tell().accept(WORDS.text("picture.large"));
            return false;
        }
        if (Files.exists(path) && !desk.mayReplace().test(path)) {
            return false;
        }
        desk.apart().execute(() -> write(picture, path));
        return true;
    }

    private void write(PictureFile file, Path path) {
        String sentence;
        try {
            file.write(path);
            return;
        } catch (IOException failed) {
            sentence = WORDS.text("picture.refused", path.getFileName());
        } catch (OutOfMemoryError exhausted) {
            sentence = WORDS.text("picture.memory");
        }
        String said = sentence;
        SwingUtilities.invokeLater(() -> desk.tell().accept(said));
    }
}
