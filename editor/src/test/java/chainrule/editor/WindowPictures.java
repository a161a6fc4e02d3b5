package chainrule.editor;

import chainrule.editor.action.EditorAction;
import chainrule.editor.theme.Theme;
import chainrule.graph.NodeId;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.Test;

/**
 * Every panel and every dialog alone, in both themes, to be looked at. No part of the build, since it has no name of a test;
 * run by {@code mvn -pl editor -am test -Dtest=WindowPictures -Dsurefire.failIfNoSpecifiedTests=false}, it writes
 * {@code editor/target/pictures}. With {@code -Dwindow.test.args="-Djava.awt.headless=false
 * -Djunit.jupiter.extensions.autodetection.enabled=false"} it takes them of windows on the screen instead of Cacio's, with the
 * fonts of the system, and with {@code -Dsun.java2d.uiScale=2} among those at 200 %.
 */
class WindowPictures {
    private static final Path FOLDER = Path.of("target", "pictures");
    private static final Dimension SIZE = new Dimension(1280, 800);
    private static final List<String> DIALOGS =
            List.of("help.keys", "help.about", "help.report", "help.news", "file.export", "file.film", "file.print");
    private static final List<String> POPUPS =
            List.of("edit.add", "edit.history", "edit.find", "help.find", "help.start");

    @Test
    void everyPanelAndDialog() throws Exception {
        Files.createDirectories(FOLDER);
        for (Theme theme : Theme.values()) {
            panels(theme, "b3-mazur", "w5");
            panels(theme, "r6-lstm-cell", "");
            dialogs(theme);
        }
    }

    private void panels(Theme theme, String preset, String node) throws Exception {
        try (WindowFixture fixture = open(theme, preset)) {
            if (!node.isEmpty()) {
                fixture.run(() -> fixture.frame.bench().selection().select(NodeId.of(node)));
            }
            for (Place place : Place.values()) {
                fixture.run(() -> showAlone(fixture.frame, place));
                fixture.run(fixture.frame::validate);
                fixture.run(fixture.frame.canvas().camera()::fit);
                settle();
                take(fixture.frame, theme, preset + "-" + place.key());
            }
        }
    }

    private static void showAlone(EditorFrame frame, Place place) {
        for (Place other : Place.values()) {
            EditorAction panel = frame.actions().get(other.key());
            if (panel.isChosen() != (other == place)) {
                panel.run();
            }
        }
    }

    private void dialogs(Theme theme) throws Exception {
        try (WindowFixture fixture = open(theme, "b3-relu-net")) {
            for (String id : DIALOGS) {
                SwingUtilities.invokeLater(fixture.frame.actions().get(id)::run);
                Window dialog = dialog();
                settle();
                take(dialog, theme, id);
                fixture.run(dialog::dispose);
            }
        }
        for (String id : POPUPS) {
            try (WindowFixture fixture = open(theme, "b3-relu-net")) {
                fixture.run(fixture.frame.actions().get(id)::run);
                settle();
                take(fixture.frame, theme, id);
            }
        }
    }

    private static WindowFixture open(Theme theme, String preset) throws Exception {
        WindowFixture fixture = WindowFixture.open();
        fixture.run(() -> fixture.around.appearance().choose(theme));
        fixture.run(() -> fixture.frame.setSize(SIZE));
        fixture.openAndRun(preset);
        return fixture;
    }

    private static Window dialog() throws InterruptedException {
        Optional<Window> found = Optional.empty();
        while (found.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(50);
            found = Stream.of(Window.getWindows())
                    .filter(window -> window instanceof Dialog && window.isShowing())
                    .findFirst();
        }
        return found.get();
    }

    private static void settle() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1500);
    }

    private static void take(Window window, Theme theme, String name) throws IOException {
        double scale = window.getGraphicsConfiguration().getDefaultTransform().getScaleX();
        String file = "%s-%d-%s.png".formatted(theme.name().toLowerCase(Locale.ROOT), Math.round(100 * scale), name);
        ImageIO.write(
                GuiActionRunner.execute(() -> paint(window, scale)),
                "png",
                FOLDER.resolve(file).toFile());
    }

    private static BufferedImage paint(Window window, double scale) {
        window.validate();
        BufferedImage picture = new BufferedImage(
                (int) (scale * window.getWidth()), (int) (scale * window.getHeight()), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.scale(scale, scale);
        window.paint(graphics);
        graphics.dispose();
        return picture;
    }
}
