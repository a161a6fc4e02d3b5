package chainrule.io;

import chainrule.graph.Graph;
import chainrule.tensor.Precision;
import chainrule.train.Training;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a {@code *.chainrule.json} file holds: the graph, how it lies on the canvas, how it is trained, notes.
 *
 * @param blocks the learner's own, by name
 * @param training null where the file says nothing about training
 * @param locked whether it is only to be read, so that nothing in it is changed by accident
 */
public record GraphFile(
        String title,
        Precision precision,
        Graph graph,
        Layout layout,
        @Nullable Training training,
        List<Frame> frames,
        List<Note> notes,
        Map<String, OwnBlock> blocks,
        boolean locked,
        Extras extras) {
    public GraphFile {
        blocks = Collections.unmodifiableMap(new LinkedHashMap<>(blocks));
        frames = List.copyOf(frames);
        notes = List.copyOf(notes);
    }

    /** A new, empty file. */
    public static GraphFile untitled() {
        return new GraphFile(
                "",
                Precision.DOUBLE,
                Graph.empty(),
                Layout.empty(),
                null,
                List.of(),
                List.of(),
                Map.of(),
                false,
                Extras.none());
    }

    public Optional<Training> trained() {
        return Optional.ofNullable(training);
    }

    public GraphFile with(Graph changed) {
        return new GraphFile(title, precision, changed, layout, training, frames, notes, blocks, locked, extras);
    }

    public GraphFile with(Layout changed) {
        return new GraphFile(title, precision, graph, changed, training, frames, notes, blocks, locked, extras);
    }

    public GraphFile with(Precision changed) {
        return new GraphFile(title, changed, graph, layout, training, frames, notes, blocks, locked, extras);
    }

    public GraphFile with(Extras changed) {
        return new GraphFile(title, precision, graph, layout, training, frames, notes, blocks, locked, changed);
    }

    public GraphFile locked(boolean only) {
        return new GraphFile(title, precision, graph, layout, training, frames, notes, blocks, only, extras);
    }

    public GraphFile titled(String text) {
        return new GraphFile(text, precision, graph, layout, training, frames, notes, blocks, locked, extras);
    }

    public GraphFile withNotes(List<Note> changed) {
        return new GraphFile(title, precision, graph, layout, training, frames, changed, blocks, locked, extras);
    }

    public GraphFile withFrames(List<Frame> changed) {
        return new GraphFile(title, precision, graph, layout, training, changed, notes, blocks, locked, extras);
    }

    public GraphFile trained(@Nullable Training changed) {
        return new GraphFile(title, precision, graph, layout, changed, frames, notes, blocks, locked, extras);
    }

    /** This file with other blocks; its nodes keep their types ({@link OwnBlocks#installed} gives them those of the blocks). */
    public GraphFile withBlocks(Map<String, OwnBlock> changed) {
        return new GraphFile(title, precision, graph, layout, training, frames, notes, changed, locked, extras);
    }
}
