package chainrule.io;

import chainrule.graph.Graph;
import chainrule.tensor.Precision;
import chainrule.train.Training;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a {@code *.chainrule.json} file holds: the graph, how it lies on the canvas, how it is trained, notes.
 *
 * @param training null where the file says nothing about training
 */
public record GraphFile(
        String title,
        Precision precision,
        Graph graph,
        Layout layout,
        @Nullable Training training,
        List<Frame> frames,
        List<Note> notes,
        Extras extras) {
    public GraphFile {
        frames = List.copyOf(frames);
        notes = List.copyOf(notes);
    }

    /** A new, empty file. */
    public static GraphFile untitled() {
        return new GraphFile(
                "", Precision.DOUBLE, Graph.empty(), Layout.empty(), null, List.of(), List.of(), Extras.none());
    }

    public Optional<Training> trained() {
        return Optional.ofNullable(training);
    }

    public GraphFile with(Graph changed) {
        return new GraphFile(title, precision, changed, layout, training, frames, notes, extras);
    }

    public GraphFile with(Layout changed) {
        return new GraphFile(title, precision, graph, changed, training, frames, notes, extras);
    }

    public GraphFile with(Precision changed) {
        return new GraphFile(title, changed, graph, layout, training, frames, notes, extras);
    }

    public GraphFile with(Extras changed) {
        return new GraphFile(title, precision, graph, layout, training, frames, notes, changed);
    }

    public GraphFile titled(String text) {
        return new GraphFile(text, precision, graph, layout, training, frames, notes, extras);
    }

    public GraphFile withFrames(List<Frame> changed) {
        return new GraphFile(title, precision, graph, layout, training, changed, notes, extras);
    }

    public GraphFile withNotes(List<Note> changed) {
        return new GraphFile(title, precision, graph, layout, training, frames, changed, extras);
    }
}
