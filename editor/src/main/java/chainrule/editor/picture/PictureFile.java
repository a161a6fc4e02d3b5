package chainrule.editor.picture;

import chainrule.editor.canvas.GraphPicture;
import chainrule.language.Phrases;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A picture of a graph as a file.
 *
 * @param title what the picture shows, for programs that name it
 * @param scale how many pixels of a PNG one of the canvas is; the others have lines, which have no pixels
 * @param graph the graph file that a PNG or an SVG carries, as {@link CarriedGraph} finds it again; empty for none
 */
public record PictureFile(GraphPicture picture, String title, PictureFormat format, double scale, String graph) {
    private static final Phrases WORDS = Phrases.of(PictureFile.class);

    /** Largest number of pixels, which take four bytes each. */
    public static final long MOST_PIXELS = 200_000_000;

    /** How many points of paper a pixel is, where a pixel is a ninety-sixth of an inch. */
    private static final float POINTS = 0.75f;

    /** One that carries no graph. */
    public PictureFile(GraphPicture picture, String title, PictureFormat format, double scale) {
        this(picture, title, format, scale, "");
    }

    /** Whether a PNG would take too much memory. */
    public boolean isTooLarge() {
        return format == PictureFormat.PNG && picture.width() * scale * picture.height() * scale > MOST_PIXELS;
    }

    /** Writes the file; one that is there is replaced. */
    public void write(Path path) throws IOException {
        byte[] bytes = bytes();
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException(WORDS.text("file.noFolder", folder));
        }
        Files.write(path, bytes);
    }

    /** The content of the file. */
    public byte[] bytes() throws IOException {
        return switch (format) {
            case PNG -> png();
            case SVG -> svg().getBytes(StandardCharsets.UTF_8);
            case PDF -> pdf();
        };
    }

    private byte[] png() throws IOException {
        BufferedImage image = picture.image(scale);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return graph.isEmpty() ? bytes.toByteArray() : CarriedGraph.inPng(bytes.toByteArray(), graph);
    }

    private String svg() {
        SvgGraphics g = new SvgGraphics(picture.width(), picture.height());
        picture.paint(g);
        g.dispose();
        String svg = g.document(title);
        String end = "</title>\n";
        return graph.isEmpty() ? svg : svg.replaceFirst(end, Matcher.quoteReplacement(end + CarriedGraph.inSvg(graph)));
    }

    private byte[] pdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(title);
            float width = (float) picture.width() * POINTS;
            float height = (float) picture.height() * POINTS;
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, width, height);
            g.scale(POINTS, POINTS);
            picture.paint(g);
            g.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(g.getXFormObject());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
