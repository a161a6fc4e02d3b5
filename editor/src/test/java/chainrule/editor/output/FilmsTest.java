package chainrule.editor.output;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.PanelFixture;
import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.session.TrainingSession;
import java.awt.Component;
import java.awt.datatransfer.Clipboard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JSpinner;
import javax.swing.SwingUtilities;
import org.assertj.swing.core.Robot;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmsTest {
    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private final Executor thread = work -> {
        Thread apart = new Thread(work, "film");
        apart.setDaemon(true);
        apart.start();
    };
    private PanelFixture editor;
    private GraphCanvas canvas;
    private TrainingSession training;

    @BeforeEach
    void open() {
        editor = PanelFixture.of("b3-mazur", bench -> {
            canvas = new GraphCanvas(bench);
            training = new TrainingSession(bench.history(), Runnable::run, Runnable::run, 1L << 30);
            return canvas;
        });
    }

    @AfterEach
    void close() {
        editor.close();
    }

    private Films films(Path answer, Executor apart) {
        Desk desk = new Desk(
                () -> "mazur",
                suggested -> Optional.of(answer),
                path -> false,
                () -> new Clipboard("test"),
                told::add,
                apart);
        return new Films(new FilmSource(editor.bench, training), canvas, desk);
    }

    private void ask(Films films) {
        SwingUtilities.invokeLater(films::ask);
        until("the dialog is there", () -> {
            try {
                return named("film").isShowing();
            } catch (RuntimeException notYet) {
                return false;
            }
        });
    }

    private Component named(String name) {
        Robot robot = editor.window.robot();
        return robot.finder().findByName(name);
    }

    private void click(String button) {
        editor.window.robot().click(named(button));
    }

    private static void until(String what, java.util.function.BooleanSupplier so) {
        Pause.pause(
                new Condition(what) {
                    @Override
                    public boolean test() {
                        return so.getAsBoolean();
                    }
                },
                20_000);
    }

    private void choose(String box, int index) {
        JComboBox<?> field = (JComboBox<?>) named(box);
        PanelFixture.run(() -> field.setSelectedIndex(index));
    }

    private void enter(String spinner, int value) {
        JSpinner field = (JSpinner) named(spinner);
        PanelFixture.run(() -> field.setValue(value));
    }

    private String length() {
        JLabel label = (JLabel) named("film.length");
        return PanelFixture.on(label::getText);
    }

    private static int frames(Path path) throws Exception {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(path.toFile())) {
            reader.setInput(in);
            return reader.getNumImages(true);
        } finally {
            reader.dispose();
        }
    }

    @Test
    void theBackwardPassIsWrittenBesideTheEventThreadAndTheDialogCloses() throws Exception {
        Path path = folder.resolve("mazur");
        ask(films(path, thread));
        choose("film.what", FilmSource.Part.BACKWARD.ordinal());
        int frames = Integer.parseInt(length().substring(0, length().indexOf(' ')));
        Component panel = named("film");
        click("film.save");
        until("the dialog is gone", () -> !panel.isShowing());
        assertThat(frames(folder.resolve("mazur.gif"))).isEqualTo(frames);
        assertThat(told).containsExactly("Written: mazur.gif");
    }

    @Test
    void aPartOfThePassBecomesNumberedFiles() throws Exception {
        ask(films(folder.resolve("part.svg"), thread));
        enter("film.from", 3);
        enter("film.to", 5);
        choose("film.format", 1);
        assertThat(length()).startsWith("3 frames");
        Component panel = named("film");
        click("film.save");
        until("the dialog is gone", () -> !panel.isShowing());
        assertThat(Files.readString(folder.resolve("part-01.svg"))).contains("Step 3 of");
        assertThat(Files.readString(folder.resolve("part-03.svg"))).contains("Step 5 of");
        assertThat(told).containsExactly("Written: part-01.svg and 2 more");
    }

    @Test
    void aTrainingThatStandsStillBecomesAFilm() throws Exception {
        PanelFixture.run(() -> {
            for (int i = 0; i < 10; i++) {
                training.step();
            }
        });
        ask(films(folder.resolve("training.gif"), thread));
        choose("film.what", FilmSource.Part.TRAINING.ordinal());
        enter("film.every", 5);
        assertThat(length()).startsWith("3 frames");
        Component panel = named("film");
        click("film.save");
        until("the dialog is gone", () -> !panel.isShowing());
        assertThat(frames(folder.resolve("training.gif"))).isEqualTo(3);
    }

    @Test
    void cancellingLeavesNoFileAndTheDialogOpen() {
        CountDownLatch begun = new CountDownLatch(1);
        ask(films(
                folder.resolve("mazur.gif"),
                work -> thread.execute(() -> {
                    await(begun);
                    work.run();
                })));
        click("film.save");
        JButton close = (JButton) named("film.close");
        assertThat(PanelFixture.on(close::getText)).isEqualTo("Cancel");
        click("film.close");
        assertThat(PanelFixture.on(close::getText)).isEqualTo("Close");
        begun.countDown();
        Pause.pause(300);
        assertThat(folder.resolve("mazur.gif")).doesNotExist();
        assertThat(named("film").isShowing()).isTrue();
        assertThat(told).isEmpty();
        click("film.close");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
