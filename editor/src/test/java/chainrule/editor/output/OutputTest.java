package chainrule.editor.output;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.PanelFixture;
import chainrule.editor.action.Actions;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.picture.PictureFormat;
import chainrule.editor.theme.Colors;
import chainrule.graph.NodeId;
import java.awt.Color;
import java.awt.Image;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.image.BufferedImage;
import java.awt.print.PageFormat;
import java.awt.print.Pageable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {
    @TempDir
    Path folder;

    private final Clipboard clipboard = new Clipboard("test");
    private final List<String> told = new ArrayList<>();
    private Path answer;

    private Desk desk() {
        return new Desk(
                () -> "two-paths",
                suggested -> Optional.ofNullable(answer),
                path -> false,
                () -> clipboard,
                told::add,
                Runnable::run);
    }

    /** A panel beside a canvas that shows two paths. */
    private interface Trial {
        void on(PanelFixture editor, GraphCanvas canvas) throws Exception;
    }

    private static void with(boolean printing, Trial trial) throws Exception {
        GraphCanvas[] made = new GraphCanvas[1];
        try (PanelFixture editor = PanelFixture.of("m0-two-paths", bench -> {
            made[0] = new GraphCanvas(bench);
            bench.evaluator().start();
            return printing
                    ? new PrintPanel(
                            chainrule.editor.canvas.GraphPicture.of(
                                    made[0], chainrule.editor.canvas.PictureStyle.of(Colors.light())),
                            new NoPrinter())
                    : panel(made[0]);
        })) {
            trial.on(editor, made[0]);
        }
    }

    private static JPanel panel(GraphCanvas canvas) {
        return new PicturePanel(canvas, false);
    }

    private static final class NoPrinter implements Printer {
        @Override
        public boolean isThere() {
            return false;
        }

        @Override
        public PageFormat ask(PageFormat sheet) {
            throw new AssertionError("nobody is asked for paper here");
        }

        @Override
        public void print(Pageable pages, String title) {
            throw new AssertionError("nothing is printed here");
        }
    }

    private static PictureChoice choice(PictureFormat format, boolean selected) {
        return new PictureChoice(format, 1, selected, false, true, false, 0, false);
    }

    @Test
    void theSizeFollowsTheChoice() throws Exception {
        with(false, (editor, canvas) -> {
            editor.window.comboBox("picture.format").requireSelection(PictureFormat.PNG.title());
            editor.window.comboBox("picture.part").requireDisabled();
            int large = width(editor.window.label("picture.size").text());
            editor.window.comboBox("picture.scale").selectItem("1×");
            int small = width(editor.window.label("picture.size").text());
            assertThat(large).isEqualTo(2 * small);
            editor.window.spinner("picture.margin").enterTextAndCommit("90");
            assertThat(width(editor.window.label("picture.size").text())).isEqualTo(small + 100);
            editor.window.comboBox("picture.format").selectItem(PictureFormat.SVG.title());
            editor.window.comboBox("picture.scale").requireDisabled();
        });
    }

    private static int width(String size) {
        return Integer.parseInt(size.substring(0, size.indexOf(' ')));
    }

    @Test
    void aPictureIsSavedAndTheEndingOfTheNameDecides() throws Exception {
        with(false, (editor, canvas) -> {
            Pictures pictures = new Pictures(editor.bench, canvas, desk());
            assertThat(PanelFixture.on(() -> pictures.save(choice(PictureFormat.PNG, false))))
                    .as("no file was chosen")
                    .isFalse();
            answer = folder.resolve("all");
            PanelFixture.run(() -> pictures.save(choice(PictureFormat.PNG, false)));
            BufferedImage image = ImageIO.read(folder.resolve("all.png").toFile());
            assertThat(image.getRGB(0, 0) >>> 24).as("transparent").isZero();
            PanelFixture.run(() -> editor.bench.selection().select(Set.of(NodeId.of("a"), NodeId.of("c")), Set.of()));
            answer = folder.resolve("part.svg");
            PanelFixture.run(() -> pictures.save(choice(PictureFormat.PNG, true)));
            assertThat(Files.readString(answer))
                    .contains(">a</text>", ">c</text>", "→")
                    .doesNotContain(">e</text>");
            assertThat(PanelFixture.on(() -> pictures.save(choice(PictureFormat.PNG, true))))
                    .as("the file is there and may not be replaced")
                    .isFalse();
            answer = folder.resolve("nowhere/x.pdf");
            PanelFixture.run(() -> pictures.save(choice(PictureFormat.PDF, false)));
            GuiActionRunner.execute(() ->
                    assertThat(told).containsExactly("x.pdf could not be written: the folder or the disk refuses it."));
        });
    }

    @Test
    void whatIsSelectedIsCopiedAsAnImageInTheColorsOfTheTheme() throws Exception {
        with(false, (editor, canvas) -> {
            Actions actions = new Actions();
            PanelFixture.run(() -> OutputActions.addTo(actions, editor.bench, canvas, training(editor), desk()));
            PanelFixture.run(() -> actions.get("edit.copyImage").run());
            BufferedImage all = (BufferedImage) clipboard.getData(DataFlavor.imageFlavor);
            PanelFixture.run(() -> editor.bench.selection().select(NodeId.of("a")));
            PanelFixture.run(() -> actions.get("edit.copyImage").run());
            Image one = (Image) clipboard.getData(DataFlavor.imageFlavor);
            assertThat(one.getWidth(null)).isLessThan(all.getWidth() / 2);
            assertThat(new Color(all.getRGB(0, 0))).isEqualTo(Colors.light().canvas());
        });
    }

    @Test
    void whereThereIsNoPrinterThatIsSaidAndNothingIsAsked() throws Exception {
        with(true, (editor, canvas) -> {
            editor.window.button("print.paper").click();
            assertThat(editor.window.label("print.count").text()).contains("This machine has no printer");
        });
    }

    @Test
    void sheetsAreCountedAndShownBeforeTheyArePrinted() throws Exception {
        with(true, (editor, canvas) -> {
            editor.window.radioButton("print.lying").requireSelected();
            assertThat(editor.window.label("print.count").text()).startsWith("1 sheet, at ");
            editor.window.spinner("print.percent").enterTextAndCommit("400");
            editor.window.radioButton("print.tiled").requireSelected();
            assertThat(editor.window.label("print.count").text()).contains(" sheets: ");
            JComponent preview = (JComponent) editor.window.robot().finder().findByName("print.preview");
            BufferedImage seen = PanelFixture.on(() -> {
                BufferedImage image =
                        new BufferedImage(preview.getWidth(), preview.getHeight(), BufferedImage.TYPE_INT_RGB);
                preview.paint(image.createGraphics());
                return image;
            });
            assertThat(count(seen, Color.WHITE)).as("paper").isGreaterThan(1000);
            assertThat(count(seen, Colors.light().canvas()))
                    .as("the picture's ground")
                    .isGreaterThan(1000);
        });
    }

    private static chainrule.editor.session.TrainingSession training(PanelFixture editor) {
        return new chainrule.editor.session.TrainingSession(
                editor.bench.history(), Runnable::run, Runnable::run, 1L << 30);
    }

    private static int count(BufferedImage image, Color color) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += new Color(image.getRGB(x, y)).equals(color) ? 1 : 0;
            }
        }
        return count;
    }
}
