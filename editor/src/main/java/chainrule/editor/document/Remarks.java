package chainrule.editor.document;

import chainrule.graph.NodeId;
import chainrule.io.Extras;
import chainrule.io.Frame;
import chainrule.io.GraphFile;
import chainrule.io.Note;
import chainrule.io.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The frames and the notes of a document, and documents in which they are others. */
public record Remarks(Document document) {
    public Optional<Frame> frame(RemarkId id) {
        return file().frames().stream().filter(f -> f.id().equals(id.name())).findFirst();
    }

    public Optional<Note> note(RemarkId id) {
        return file().notes().stream().filter(n -> n.id().equals(id.name())).findFirst();
    }

    public boolean has(RemarkId id) {
        return frame(id).isPresent() || note(id).isPresent();
    }

    /** The frame that a node belongs to; of several the one on top. */
    public Optional<Frame> frameOf(NodeId node) {
        return file().frames().stream().filter(f -> f.nodes().contains(node)).reduce((below, above) -> above);
    }

    /** A name that no remark has: the base and the first number that makes it free. */
    public RemarkId freeId(String base) {
        int number = 1;
        while (has(new RemarkId(base + number))) {
            number++;
        }
        return new RemarkId(base + number);
    }

    /** With a frame on top of the others. */
    public Document with(Frame frame) {
        List<Frame> frames = new ArrayList<>(file().frames());
        frames.add(frame);
        return document.with(file().withFrames(frames));
    }

    /** With a note on top of the others. */
    public Document with(Note note) {
        List<Note> notes = new ArrayList<>(file().notes());
        notes.add(note);
        return document.with(file().withNotes(notes));
    }

    /** With all frames changed in some way; the same document where none changes. */
    public Document frames(Function<Frame, Frame> change) {
        List<Frame> changed = file().frames().stream().map(change).toList();
        return changed.equals(file().frames()) ? document : document.with(file().withFrames(changed));
    }

    /** With all notes changed in some way; the same document where none changes. */
    public Document notes(Function<Note, Note> change) {
        List<Note> changed = file().notes().stream().map(change).toList();
        return changed.equals(file().notes()) ? document : document.with(file().withNotes(changed));
    }

    /** Without some remarks, and without what the file says of them that this version does not know. */
    public Document without(Set<RemarkId> ids) {
        if (ids.isEmpty()) {
            return document;
        }
        Set<String> names = new HashSet<>();
        ids.forEach(id -> names.add(id.name()));
        Extras all = file().extras();
        Map<String, Map<String, String>> left = new LinkedHashMap<>(all.marks());
        left.keySet().removeAll(names);
        return document.with(file().withFrames(file().frames().stream()
                        .filter(f -> !names.contains(f.id()))
                        .toList())
                .withNotes(file().notes().stream()
                        .filter(n -> !names.contains(n.id()))
                        .toList())
                .with(new Extras(all.top(), all.nodes(), all.edges(), left)));
    }

    /** With every frame that names a node naming another instead, or none. */
    public Document renamed(Map<NodeId, Optional<NodeId>> names) {
        return frames(frame -> frame.around(frame.nodes().stream()
                .flatMap(id -> names.getOrDefault(id, Optional.of(id)).stream())
                .toList()));
    }

    /** These remarks and those that lie wholly on the frames among them. */
    public Set<RemarkId> withThoseOn(Set<RemarkId> ids) {
        Set<RemarkId> all = new LinkedHashSet<>(ids);
        for (RemarkId id : ids) {
            frame(id).ifPresent(frame -> {
                file().frames().stream()
                        .filter(f -> !f.id().equals(frame.id()) && lies(f.at(), f.size(), frame))
                        .forEach(f -> all.add(new RemarkId(f.id())));
                file().notes().stream()
                        .filter(n -> lies(n.at(), n.size(), frame))
                        .forEach(n -> all.add(new RemarkId(n.id())));
            });
        }
        return all;
    }

    private GraphFile file() {
        return document.file();
    }

    private static boolean lies(Point at, Point size, Frame on) {
        return at.x() >= on.at().x()
                && at.y() >= on.at().y()
                && at.x() + size.x() <= on.at().x() + on.size().x()
                && at.y() + size.y() <= on.at().y() + on.size().y();
    }
}
