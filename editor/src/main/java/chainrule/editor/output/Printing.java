package chainrule.editor.output;

import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.canvas.GraphPicture;
import chainrule.editor.canvas.PictureStyle;
import chainrule.editor.picture.Pages;
import chainrule.editor.theme.Colors;
import chainrule.language.Phrases;
import java.awt.print.PrinterException;
import javax.swing.JButton;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;

/** What a canvas shows, on paper: in the light colours, without a ground. */
final class Printing {
    private static final Phrases WORDS = Phrases.of(Printing.class);

    private static final double MARGIN = 8;

    private final GraphCanvas canvas;
    private final Desk desk;
    private final Printer printer;

    Printing(GraphCanvas canvas, Desk desk, Printer printer) {
        this.canvas = canvas;
        this.desk = desk;
        this.printer = printer;
    }

    /** Shows the sheets, and prints them. */
    void ask() {
        GraphPicture picture = GraphPicture.of(canvas, new PictureStyle(Colors.light(), true, false, MARGIN));
        PrintPanel panel = new PrintPanel(picture, printer);
        JButton print = new JButton(WORDS.text("file.print"));
        JButton close = new JButton(WORDS.text("picture.close.name"));
        print.setName("print.print");
        close.setName("print.close");
        print.addActionListener(click -> {
            Pages pages = panel.pages();
            SwingUtilities.getWindowAncestor(panel).dispose();
            String title = desk.title().get();
            desk.apart().execute(() -> print(pages, title));
        });
        close.addActionListener(click -> SwingUtilities.getWindowAncestor(panel).dispose());
        JButton[] verbs = {print, close};
        JOptionPane.showOptionDialog(
                canvas,
                panel,
                WORDS.text("print.title"),
                JOptionPane.DEFAULT_OPTION,
                JOptionPane.PLAIN_MESSAGE,
                null,
                verbs,
                print);
    }

    private void print(Pages pages, String title) {
        if (!printer.isThere()) {
            SwingUtilities.invokeLater(() -> desk.tell().accept(WORDS.text("print.noPrinter")));
            return;
        }
        try {
            printer.print(pages, title);
        } catch (PrinterException failed) {
            SwingUtilities.invokeLater(() -> desk.tell().accept(WORDS.text("print.failed")));
        }
    }
}
