package chainrule.editor.output;

import chainrule.editor.canvas.GraphCanvas;
import chainrule.editor.canvas.GraphPicture;
import chainrule.editor.film.Film;
import chainrule.editor.film.FilmFile;
import chainrule.editor.film.FilmFormat;
import chainrule.editor.film.Moment;
import chainrule.editor.film.Watcher;
import chainrule.language.Phrases;
import chainrule.trace.Trace;
import java.awt.Window;
import java.awt.event.HierarchyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;

/** Films of a pass or a training, into files; written beside the event thread, and ended where the dialog is closed. */
final class Films {
    private static final Phrases WORDS = Phrases.of(Films.class);

    private final FilmSource source;
    private final GraphCanvas canvas;
    private final Desk desk;

    Films(FilmSource source, GraphCanvas canvas, Desk desk) {
        this.source = source;
        this.canvas = canvas;
        this.desk = desk;
    }

    /** Asks what the film should be like, and where it goes. */
    void ask() {
        FilmPanel panel = new FilmPanel(source, canvas);
        JButton save = new JButton(WORDS.text("film.save"));
        JButton close = new JButton(WORDS.text("film.close"));
        save.setName("film.save");
        close.setName("film.close");
        Writing writing = new Writing(panel, save, close);
        save.addActionListener(click -> writing.begin());
        close.addActionListener(click -> writing.end());
        panel.addHierarchyListener(event -> {
            boolean gone = (event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0 && !panel.isShowing();
            if (gone) {
                writing.cancel();
            }
        });
        JButton[] verbs = {save, close};
        JOptionPane.showOptionDialog(
                canvas,
                panel,
                WORDS.text("film.title"),
                JOptionPane.DEFAULT_OPTION,
                JOptionPane.PLAIN_MESSAGE,
                null,
                verbs,
                save);
    }

    /** Where a film goes; empty where the learner has no file for it after all. */
    private Optional<Path> whereTo(FilmChoice choice, int frames) {
        String ending = "." + choice.format().ending();
        Path answer = desk.whereTo().apply(desk.title().get() + ending).orElse(null);
        if (answer == null) {
            return Optional.empty();
        }
        boolean ends = FilmFormat.of(answer).filter(f -> f == choice.format()).isPresent();
        Path path = ends ? answer : answer.resolveSibling(answer.getFileName() + ending);
        Optional<Path> there = FilmFile.paths(path, choice.format(), frames).stream()
                .filter(Files::exists)
                .findFirst();
        return there.isPresent() && !desk.mayReplace().test(there.get()) ? Optional.empty() : Optional.of(path);
    }

    /** The writing of one film in a dialog. */
    private final class Writing {
        private final FilmPanel panel;
        private final JButton save;
        private final JButton close;
        private AtomicBoolean cancelled = new AtomicBoolean(true);

        Writing(FilmPanel panel, JButton save, JButton close) {
            this.panel = panel;
            this.save = save;
            this.close = close;
        }

        void begin() {
            FilmChoice choice = panel.choice();
            int frames = panel.frames();
            if (frames > Film.MOST_FRAMES) {
                desk.tell().accept(WORDS.text("film.tooMany", frames, Film.MOST_FRAMES));
                return;
            }
            whereTo(choice, frames).ifPresent(path -> {
                cancelled = new AtomicBoolean();
                busy(true);
                GraphPicture look = choice.look(canvas);
                if (choice.isOfTraining()) {
                    collect(choice, moments -> write(choice, look, moments, path));
                } else {
                    Trace pass = Objects.requireNonNull(source.pass());
                    write(
                            choice,
                            look,
                            Moment.ofPass(
                                    pass, choice.range().first(), choice.range().last()),
                            path);
                }
            });
        }

        /** Ends what is written, or closes the dialog. */
        void end() {
            if (!cancelled.getAndSet(true)) {
                busy(false);
            } else {
                Window window = SwingUtilities.getWindowAncestor(panel);
                if (window != null) {
                    window.dispose();
                }
            }
        }

        void cancel() {
            cancelled.set(true);
        }

        private void busy(boolean writes) {
            panel.setBusy(writes);
            save.setEnabled(!writes);
            close.setText(WORDS.text(writes ? "film.cancel" : "film.close"));
        }

        private void collect(FilmChoice choice, Consumer<List<Moment>> answer) {
            AtomicBoolean mine = cancelled;
            long most = Film.MOST_BYTES / panel.frames();
            int all = Math.max(1, choice.range().last() - choice.range().first());
            source.collect(
                    choice.range(),
                    choice.every(),
                    (pass, step) -> {
                        if (Film.bytes(pass) > most) {
                            failed(mine, WORDS.text("film.tooMuch", Film.MOST_BYTES >> 20));
                            return false;
                        }
                        panel.progress((step - choice.range().first()) * 20 / all);
                        return !mine.get();
                    },
                    answer);
        }

        private void write(FilmChoice choice, GraphPicture look, List<Moment> moments, Path path) {
            AtomicBoolean mine = cancelled;
            String title = desk.title().get();
            desk.apart().execute(() -> {
                try {
                    Film film = Film.of(look, moments, watcher(mine, 20, 10));
                    FilmFile file = new FilmFile(film, title, choice.format(), choice.scale(), choice.beat());
                    if (file.isTooLarge()) {
                        failed(mine, WORDS.text("film.tooLarge"));
                        return;
                    }
                    file.write(path, watcher(mine, 30, 70));
                    written(mine, file.paths(path));
                } catch (IOException refused) {
                    failed(mine, WORDS.text("film.refused", path.getFileName()));
                } catch (OutOfMemoryError exhausted) {
                    failed(mine, WORDS.text("film.tooLarge"));
                } catch (CancellationException ended) {
                    // The learner ended it, and the dialog shows that already.
                }
            });
        }

        /** Shows progress from one percentage on, over so many. */
        private Watcher watcher(AtomicBoolean mine, int percent, int over) {
            return (done, all) -> {
                if (mine.get()) {
                    throw new CancellationException();
                }
                SwingUtilities.invokeLater(() -> panel.progress(percent + over * done / all));
            };
        }

        private void written(AtomicBoolean mine, List<Path> paths) {
            SwingUtilities.invokeLater(() -> {
                String first = String.valueOf(paths.get(0).getFileName());
                String files = paths.size() == 1 ? first : WORDS.text("film.files", first, paths.size() - 1);
                desk.tell().accept(WORDS.text("film.written", files));
                if (!mine.getAndSet(true)) {
                    busy(false);
                    end();
                }
            });
        }

        private void failed(AtomicBoolean mine, String sentence) {
            SwingUtilities.invokeLater(() -> {
                mine.set(true);
                busy(false);
                desk.tell().accept(sentence);
            });
        }
    }
}
