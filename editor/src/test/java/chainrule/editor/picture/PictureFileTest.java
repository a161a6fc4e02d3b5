package chainrule.editor.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainrule.editor.canvas.GraphPicture;
import chainrule.editor.canvas.PictureStyle;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.Samples;
import chainrule.editor.session.Evaluator;
import chainrule.editor.theme.Colors;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PictureFileTest {
    @TempDir
    Path folder;

    private static Evaluator evaluated() {
        Document document = Samples.param("weight", 2, 40, 40).applied(Document.untitled());
        document = Samples.param("bias_b", 3, 40, 180).applied(document);
        document = Samples.node("total", "add", 340, 100).applied(document);
        document = Samples.connect("weight", "total", "a").applied(document);
        document = Samples.connect("bias_b", "total", "b").applied(document);
        Evaluator evaluator = new Evaluator(new History(document), Runnable::run, Runnable::run, 64L << 20);
        evaluator.start();
        return evaluator;
    }

    private static GraphPicture picture(PictureStyle style) {
        return new GraphPicture(evaluated().current(), null, style);
    }

    private static PictureFile file(PictureFormat format, double scale) {
        return new PictureFile(picture(PictureStyle.of(Colors.light())), "A <sum> & more", format, scale);
    }

    private static BufferedImage pixels(PictureFile file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file.bytes()));
    }

    private static Element svg(PictureFile file) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(file.bytes()))
                .getDocumentElement();
    }

    private static List<String> texts(Element svg) {
        NodeList found = svg.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    @Test
    void namesAndNumbersAreTextInSvg() throws Exception {
        Element svg = svg(file(PictureFormat.SVG, 1));
        assertThat(texts(svg)).contains("weight", "bias_b", "total", "Parameter", "value", "gradient", "5", "2 →");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("A <sum> & more");
    }

    @Test
    void everyEdgeIsACubicCurveInSvg() throws Exception {
        NodeList paths = svg(file(PictureFormat.SVG, 1)).getElementsByTagName("path");
        int curves = 0;
        for (int i = 0; i < paths.getLength(); i++) {
            Element path = (Element) paths.item(i);
            boolean line = path.getAttribute("fill").equals("none");
            curves += line && path.getAttribute("d").contains("C") ? 1 : 0;
        }
        assertThat(curves).isGreaterThanOrEqualTo(2);
    }

    @Test
    void svgHasTheSizeOfThePictureAndPlacesEverythingOnThePageItself() throws Exception {
        PictureFile file = file(PictureFormat.SVG, 4);
        Element svg = svg(file);
        assertThat(Double.parseDouble(svg.getAttribute("width")))
                .isEqualTo(file.picture().width());
        assertThat(new String(file.bytes(), StandardCharsets.UTF_8)).doesNotContain("transform=", "NaN", "Infinity");
    }

    @Test
    void aPngOfTwiceTheScaleHasTwiceThePixelsEachWayAndIsSharp() throws IOException {
        BufferedImage once = pixels(file(PictureFormat.PNG, 1));
        BufferedImage twice = pixels(file(PictureFormat.PNG, 2));
        assertThat(twice.getWidth()).isEqualTo(2 * once.getWidth());
        assertThat(twice.getHeight()).isEqualTo(2 * once.getHeight());
        int torn = 0;
        for (int y = 0; y < once.getHeight(); y++) {
            for (int x = 0; x < once.getWidth(); x++) {
                torn += twice.getRGB(2 * x, 2 * y) == twice.getRGB(2 * x + 1, 2 * y + 1) ? 0 : 1;
            }
        }
        assertThat(torn)
                .as("blocks of four pixels that an enlarged picture would have in one color")
                .isGreaterThan(500);
    }

    @Test
    void whereNothingIsPaintedATransparentPngLetsThrough() throws IOException {
        PictureStyle style = new PictureStyle(Colors.dark(), true, false, 10);
        BufferedImage image = pixels(new PictureFile(picture(style), "", PictureFormat.PNG, 1));
        assertThat(image.getRGB(0, 0) >>> 24).isZero();
        assertThat(image.getRGB(12, 40)).as("a card").isNotZero();
        PictureStyle ground = new PictureStyle(Colors.dark(), false, false, 10);
        BufferedImage solid = pixels(new PictureFile(picture(ground), "", PictureFormat.PNG, 1));
        assertThat(new Color(solid.getRGB(0, 0))).isEqualTo(Colors.dark().canvas());
    }

    @Test
    void theMarginIsAroundEverything() {
        GraphPicture narrow = picture(new PictureStyle(Colors.light(), false, false, 0));
        GraphPicture wide = picture(new PictureStyle(Colors.light(), false, false, 100));
        assertThat(wide.width() - narrow.width()).isEqualTo(200);
        assertThat(wide.height() - narrow.height()).isEqualTo(200);
    }

    @Test
    void aPdfIsOnePageWithTheSameColors() throws IOException {
        PictureFile file = file(PictureFormat.PDF, 1);
        try (PDDocument read = Loader.loadPDF(file.bytes())) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
            assertThat(read.getDocumentInformation().getTitle()).isEqualTo("A <sum> & more");
            float width = read.getPage(0).getMediaBox().getWidth();
            assertThat((double) width).isEqualTo(file.picture().width() * 0.75);
            BufferedImage page = new PDFRenderer(read).renderImage(0);
            assertThat(new Color(page.getRGB(2, 2))).isEqualTo(Colors.light().canvas());
            assertThat(count(page, Colors.light().value())).isGreaterThan(50);
        }
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

    @Test
    void aPictureOfTooManyPixelsIsKnownBeforeItIsPainted() {
        assertThat(file(PictureFormat.PNG, 1).isTooLarge()).isFalse();
        assertThat(file(PictureFormat.PNG, 100).isTooLarge()).isTrue();
        assertThat(file(PictureFormat.SVG, 100).isTooLarge()).isFalse();
    }

    @Test
    void theNameOfAFileSaysItsKind() throws IOException {
        assertThat(PictureFormat.of(Path.of("a.b.SVG"))).contains(PictureFormat.SVG);
        assertThat(PictureFormat.of(Path.of("a.jpg"))).isEmpty();
        Path out = folder.resolve("sum.png");
        file(PictureFormat.PNG, 1).write(out);
        assertThat(ImageIO.read(out.toFile())).isNotNull();
        assertThatThrownBy(() -> file(PictureFormat.PNG, 1).write(folder.resolve("no/such.png")))
                .hasMessageContaining("There is no folder");
    }
}
