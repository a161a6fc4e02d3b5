package chainrule.editor.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainrule.editor.canvas.GraphPicture;
import chainrule.editor.canvas.PictureStyle;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.Samples;
import chainrule.editor.file.Storage;
import chainrule.editor.session.Evaluator;
import chainrule.editor.theme.Colors;
import chainrule.io.FileProblem;
import chainrule.io.GraphJson;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A picture that carries its graph is a picture like any other, and opens as that graph. */
class CarriedGraphTest {
    private static final Storage STORAGE = Storage.onDisk(Samples.CATALOG);

    @TempDir
    Path folder;

    private final Document document = Samples.product();

    private PictureFile file(PictureFormat format, boolean carries) {
        Evaluator evaluator = new Evaluator(new History(document), Runnable::run, Runnable::run, 64L << 20);
        evaluator.start();
        GraphPicture picture = new GraphPicture(evaluator.current(), null, PictureStyle.of(Colors.light()));
        String graph = carries ? GraphJson.write(document.file().titled("a < b & \"c\"")) : "";
        return new PictureFile(picture, "</title>", format, 1, graph);
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "SVG"})
    void opensAsItsGraph(PictureFormat format) throws Exception {
        Path path = folder.resolve("picture." + format.ending());
        file(format, true).write(path);
        assertThat(GraphJson.write(STORAGE.read(path)))
                .isEqualTo(GraphJson.write(document.file().titled("a < b & \"c\"")));
    }

    @Test
    void isAPictureForOtherPrograms() throws Exception {
        var read = ImageIO.read(
                new ByteArrayInputStream(file(PictureFormat.PNG, true).bytes()));
        assertThat(read.getWidth()).isEqualTo((int)
                Math.ceil(file(PictureFormat.PNG, false).picture().width()));
        var svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(file(PictureFormat.SVG, true).bytes()));
        assertThat(svg.getElementsByTagName("metadata").getLength()).isEqualTo(1);
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("</title>");
    }

    @ParameterizedTest
    @EnumSource
    void withoutAGraphThatIsSaid(PictureFormat format) throws Exception {
        Path path = folder.resolve("plain." + format.ending());
        file(format, false).write(path);
        assertThatThrownBy(() -> STORAGE.read(path))
                .isInstanceOf(FileProblem.class)
                .hasMessageContaining("plain." + format.ending());
    }

    @Test
    void aBrokenPictureIsRefusedInASentence() throws Exception {
        byte[] png = file(PictureFormat.PNG, true).bytes();
        for (int cut : new int[] {9, 40, 70, 120}) {
            Path path = folder.resolve("cut" + cut + ".png");
            Files.write(path, java.util.Arrays.copyOf(png, cut));
            assertThatThrownBy(() -> STORAGE.read(path)).isInstanceOf(FileProblem.class);
        }
        png[50] ^= 0x55;
        Path path = folder.resolve("turned.png");
        Files.write(path, png);
        assertThat(CarriedGraph.of(png)
                        .filter(text ->
                                text.equals(file(PictureFormat.PNG, true).graph())))
                .isEmpty();
    }
}
