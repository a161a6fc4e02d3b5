package chainrule.editor.film;

import chainrule.editor.picture.PictureFile;
import chainrule.editor.picture.PictureFormat;
import chainrule.language.Phrases;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;

/**
 * A film as one file that moves, or as a numbered file for each frame.
 *
 * @param title what the film shows, for programs that name it
 * @param scale how many pixels one of the canvas is, where it consists of pixels
 */
public record FilmFile(Film film, String title, FilmFormat format, double scale, Beat beat) {
    private static final Phrases WORDS = Phrases.of(FilmFile.class);

    /** Largest number of pixels of a frame. */
    public static final long MOST_PIXELS = 16_000_000;

    /** Whether a frame would have more pixels than programs show. */
    public boolean isTooLarge() {
        return format.isOfPixels() && film.width() * scale * film.height() * scale > MOST_PIXELS;
    }

    /** The files that are written; numbers have as many digits as the last one needs. */
    public List<Path> paths(Path path) {
        return paths(path, format, film.size());
    }

    /** The files that a film of so many frames becomes. */
    public static List<Path> paths(Path path, FilmFormat format, int frames) {
        if (format.frames().isEmpty()) {
            return List.of(path);
        }
        String name = String.valueOf(path.getFileName());
        boolean ends = name.toLowerCase(Locale.ROOT).endsWith("." + format.ending());
        String stem = ends ? name.substring(0, name.length() - format.ending().length() - 1) : name;
        int digits = Math.max(2, Integer.toString(frames).length());
        return IntStream.rangeClosed(1, frames)
                .mapToObj(i -> path.resolveSibling(
                        String.format(Locale.ROOT, "%s-%0" + digits + "d.%s", stem, i, format.ending())))
                .toList();
    }

    /**
     * Writes the files; those that are there are replaced. A film that is ended on the way leaves no GIF, and the
     * numbered files that were written before.
     *
     * @throws CancellationException where the watcher ended it
     */
    public void write(Path path, Watcher watcher) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException(WORDS.text("film.noFolder", folder));
        }
        if (format.frames().isPresent()) {
            frames(path, format.frames().get(), watcher);
            return;
        }
        Path beside = Files.createTempFile(folder, ".film", ".gif");
        try {
            gif(beside, watcher);
            Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private void frames(Path path, PictureFormat each, Watcher watcher) throws IOException {
        List<Path> paths = paths(path);
        for (int i = 0; i < paths.size(); i++) {
            watcher.goOn(i, paths.size());
            String name = WORDS.text("film.frame", title, i + 1, paths.size());
            new PictureFile(film.frame(i), name, each, scale).write(paths.get(i));
        }
    }

    private void gif(Path file, Watcher watcher) throws IOException {
        int all = 2 * film.size();
        ColorCensus census = new ColorCensus();
        for (int i = 0; i < film.size(); i++) {
            watcher.goOn(i, all);
            census.add(film.frame(i).image(scale));
        }
        BufferedImage first = film.frame(0).image(scale);
        Rectangle size = new Rectangle(first.getWidth(), first.getHeight());
        Files.delete(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile());
                GifWriter writer = new GifWriter(out, Palette.of(census), size, beat.repeats())) {
            for (int i = 0; i < film.size(); i++) {
                watcher.goOn(film.size() + i, all);
                writer.add(film.frame(i).image(scale), beat.hundredths(i, film.size()));
            }
            writer.end();
        }
    }
}
