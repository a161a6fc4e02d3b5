package chainrule.editor.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainrule.catalog.StandardCatalog;
import chainrule.editor.canvas.GraphPicture;
import chainrule.editor.canvas.PictureStyle;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.session.Evaluation;
import chainrule.editor.session.Evaluator;
import chainrule.editor.theme.Colors;
import chainrule.exec.Step;
import chainrule.presets.PresetCatalog;
import chainrule.trace.Trace;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmFileTest {
    private static final Watcher NOBODY = (done, all) -> {};

    @TempDir
    Path folder;

    private final Evaluation evaluation = evaluated("m0-two-paths");
    private final Trace trace = evaluation.anyTrace().orElseThrow();
    private final int steps = trace.steps().size();

    private static Evaluation evaluated(String preset) {
        Document document = new Document(new PresetCatalog(StandardCatalog.create())
                .find(preset)
                .orElseThrow()
                .file());
        Evaluator evaluator = new Evaluator(new History(document), Runnable::run, Runnable::run, 64L << 20);
        evaluator.start();
        return evaluator.current();
    }

    private Film film(int from, int to) {
        GraphPicture look = new GraphPicture(evaluation, null, new PictureStyle(Colors.print(), false, false, 40));
        return Film.of(look, Moment.ofPass(trace, from, to), NOBODY);
    }

    private FilmFile gif(Film film) {
        return new FilmFile(film, "two paths", FilmFormat.GIF, 1, new Beat(500, true));
    }

    /** A frame as it is seen, with its delay in hundredths of a second. */
    private record Seen(BufferedImage image, int hundredths, boolean ownColors) {}

    /** What a program shows that puts each frame over the one before. */
    private static List<Seen> read(Path path) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        List<Seen> all = new ArrayList<>();
        try (ImageInputStream in = ImageIO.createImageInputStream(path.toFile())) {
            reader.setInput(in);
            BufferedImage screen = null;
            for (int i = 0; i < reader.getNumImages(true); i++) {
                BufferedImage part = reader.read(i);
                IIOMetadataNode told =
                        (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                IIOMetadataNode place = (IIOMetadataNode)
                        told.getElementsByTagName("ImageDescriptor").item(0);
                IIOMetadataNode control = (IIOMetadataNode)
                        told.getElementsByTagName("GraphicControlExtension").item(0);
                BufferedImage next = new BufferedImage(
                        screen == null ? part.getWidth() : screen.getWidth(),
                        screen == null ? part.getHeight() : screen.getHeight(),
                        BufferedImage.TYPE_INT_RGB);
                Graphics2D g = next.createGraphics();
                g.drawImage(screen, 0, 0, null);
                g.drawImage(
                        part,
                        Integer.parseInt(place.getAttribute("imageLeftPosition")),
                        Integer.parseInt(place.getAttribute("imageTopPosition")),
                        null);
                g.dispose();
                screen = next;
                boolean own = told.getElementsByTagName("LocalColorTable").getLength() > 0;
                all.add(new Seen(next, Integer.parseInt(control.getAttribute("delayTime")), own));
            }
        } finally {
            reader.dispose();
        }
        return all;
    }

    private static int count(BufferedImage image, Color color) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == (color.getRGB() & 0xFFFFFF) ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void aGifShowsEveryMomentAndGradientsOnlyOnceTheyFlow() throws IOException {
        Path path = folder.resolve("pass.gif");
        gif(film(0, steps)).write(path, NOBODY);
        List<Seen> seen = read(path);
        assertThat(seen).hasSize(steps + 2);
        long forward =
                trace.steps().stream().filter(s -> s instanceof Step.Forward).count();
        Color ground = Colors.print().gradientGround();
        for (int done = 0; done <= forward; done++) {
            assertThat(count(seen.get(done).image(), ground))
                    .as("after %d steps: at most the rims of letters", done)
                    .isLessThan(60);
        }
        assertThat(count(seen.get(steps).image(), ground)).isGreaterThan(1000);
        assertThat(count(seen.get(steps).image(), Colors.print().now()))
                .as("the last step is marked")
                .isGreaterThan(500);
    }

    @Test
    void framesFitOverEachOtherPixelByPixel() throws IOException {
        Path path = folder.resolve("pass.gif");
        Film film = film(0, steps);
        gif(film).write(path, NOBODY);
        List<Seen> seen = read(path);
        for (int i = 0; i < seen.size(); i++) {
            BufferedImage painted = film.frame(i).image(1);
            int far = 0;
            for (int y = 0; y < painted.getHeight(); y++) {
                for (int x = 0; x < painted.getWidth(); x++) {
                    far += apart(painted.getRGB(x, y), seen.get(i).image().getRGB(x, y)) > 48 ? 1 : 0;
                }
            }
            assertThat(far).as("pixels that are far off in frame %d", i).isLessThan(20);
        }
    }

    private static int apart(int one, int other) {
        Color first = new Color(one);
        Color second = new Color(other);
        return Math.max(
                Math.abs(first.getRed() - second.getRed()),
                Math.max(Math.abs(first.getGreen() - second.getGreen()), Math.abs(first.getBlue() - second.getBlue())));
    }

    @Test
    void framesShareTheirColorsAndTheLastIsSeenLonger() throws IOException {
        Path path = folder.resolve("pass.gif");
        gif(film(3, 5)).write(path, NOBODY);
        List<Seen> seen = read(path);
        assertThat(seen).extracting(Seen::hundredths).containsExactly(50, 50, 150);
        assertThat(seen).noneMatch(Seen::ownColors);
        assertThat(new String(Files.readAllBytes(path), java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("NETSCAPE2.0");
        new FilmFile(film(3, 5), "", FilmFormat.GIF, 1, new Beat(500, false)).write(path, NOBODY);
        assertThat(new String(Files.readAllBytes(path), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("NETSCAPE");
    }

    @Test
    void numberedFilesHaveOneSizeAndTheNumbersOfTheirMoment() throws IOException {
        new FilmFile(film(0, steps), "two paths", FilmFormat.SVG, 1, Beat.usual())
                .write(folder.resolve("pass.svg"), NOBODY);
        List<String> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.sorted().forEach(file -> pages.add(text(file)));
        }
        assertThat(pages).hasSize(steps + 2);
        assertThat(pages.stream()
                        .map(page -> page.substring(0, page.indexOf("viewBox") + 40))
                        .distinct())
                .hasSize(1);
        assertThat(pages.get(0)).contains("Before the first step").doesNotContain("→", "←");
        assertThat(pages.get(2)).contains("Step 2 of", "→").doesNotContain("←");
        assertThat(pages.get(steps)).contains("Step %d of %d".formatted(steps, steps), "←");
        assertThat(pages.get(steps + 1)).contains("The whole pass", "←").doesNotContain("Step ");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void namesAreNumberedWithAsManyDigitsAsTheyNeed() {
        assertThat(FilmFile.paths(Path.of("a/pass.svg"), FilmFormat.SVG, 3))
                .containsExactly(Path.of("a/pass-01.svg"), Path.of("a/pass-02.svg"), Path.of("a/pass-03.svg"));
        assertThat(FilmFile.paths(Path.of("pass"), FilmFormat.PNG, 120))
                .hasSize(120)
                .contains(Path.of("pass-007.png"));
        assertThat(FilmFile.paths(Path.of("pass.gif"), FilmFormat.GIF, 120)).containsExactly(Path.of("pass.gif"));
    }

    @Test
    void aFilmThatIsEndedLeavesTheFileThatWasThere() throws IOException {
        Path path = folder.resolve("pass.gif");
        Files.writeString(path, "before");
        for (int end : new int[] {2, steps + 3}) {
            assertThatThrownBy(() -> gif(film(0, steps)).write(path, (done, all) -> {
                        if (done == end) {
                            throw new CancellationException();
                        }
                    }))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(path).hasContent("before");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void progressGoesFromNothingToTheEnd() throws IOException {
        List<Integer> told = new ArrayList<>();
        gif(film(0, 2)).write(folder.resolve("pass.gif"), (done, all) -> {
            assertThat(all).isEqualTo(6);
            told.add(done);
        });
        assertThat(told).containsExactly(0, 1, 2, 3, 4, 5);
    }
}
