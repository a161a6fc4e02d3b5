package chainrule.editor.file;

import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.Samples;
import chainrule.editor.document.command.MoveNodes;
import chainrule.graph.NodeId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;

/** A program that edits a file and never ends: prints how many edits it has made. */
final class EditingForever {
    private EditingForever() {}

    /**
     * @param args the folder of the side files, and the learner's file
     */
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[1]);
        History history =
                new History(new Document(Storage.onDisk(Samples.CATALOG).read(file)));
        Recovery recovery = new Recovery(
                Path.of(args[0]), Samples.CATALOG, Duration.ofSeconds(2), Executors.newSingleThreadExecutor());
        recovery.watch(history, () -> new Origin.OnDisk(file));
        for (int edits = 1; ; edits++) {
            history.perform(new MoveNodes(Set.of(NodeId.of("a")), 1, 0));
            System.out.println(edits);
            Thread.sleep(50);
        }
    }
}
