package chainrule.editor.document.command;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.editor.document.Samples;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.io.GraphJson;
import chainrule.io.Look;
import chainrule.io.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nodes that are pinned, coloured, labelled and lie before others, and a graph that is only to be read. */
class LookCommandsTest {
    private static final NodeId A = NodeId.of("a");
    private static final NodeId B = NodeId.of("b");
    private static final NodeId P = NodeId.of("p");

    private final Document document = Samples.product();

    @Test
    void aPinnedNodeIsNeitherMovedNorDeletedAndOthersAre() {
        Pin command = new Pin(Set.of(A), true);
        assertThat(command.label()).isEqualTo("Pin a");
        Document pinned = command.applied(document);
        Document moved = new MoveNodes(Set.of(A, B), 10, 0).applied(pinned);
        assertThat(moved.at(A)).isEqualTo(document.at(A));
        assertThat(moved.at(B)).isEqualTo(document.at(B).plus(10, 0));
        Document placed = new PlaceNodes("Align", Map.of(A, new Point(0, 0), B, new Point(0, 0))).applied(pinned);
        assertThat(placed.at(A)).isEqualTo(document.at(A));
        assertThat(placed.at(B)).isEqualTo(new Point(0, 0));
        for (Command deleting : List.of(
                new Delete(Set.of(A, B), Set.of()),
                new DeleteReconnecting(Set.of(A, B)),
                new Cut(Set.of(A, B), Set.of()))) {
            assertThat(deleting.refusal(pinned)).isEmpty();
            assertThat(deleting.applied(pinned).graph().nodes())
                    .extracting(node -> node.id())
                    .containsExactly(A, P);
        }
        assertThat(new Pin(Set.of(A), false).applied(pinned)).isEqualTo(document);
    }

    @Test
    void whatDoesNothingToPinnedNodesIsRefusedInASentence() {
        Document pinned = new Pin(Set.of(A, B), true).applied(document);
        assertThat(new MoveNodes(Set.of(A), 10, 0).refusal(pinned))
                .contains("a is pinned: unpin it before it is moved.");
        assertThat(new Delete(Set.of(A, B), Set.of()).refusal(pinned))
                .contains("The 2 nodes are pinned: unpin them before they are deleted.");
        assertThat(new Delete(Set.of(), Set.of(Slot.of("p", "a"))).refusal(pinned))
                .isEmpty();
        assertThat(new PlaceNodes("Align", Map.of(A, new Point(0, 0))).refusal(pinned))
                .isPresent();
    }

    @Test
    void nodesComeBeforeAllOthersAndGoBehindThem() {
        Raise front = new Raise(Set.of(A), true);
        assertThat(front.label()).isEqualTo("Bring a to front");
        Document raised = front.applied(document);
        assertThat(raised.layout().look(A).level())
                .isGreaterThan(raised.layout().look(P).level());
        assertThat(front.applied(raised)).isSameAs(raised);
        Document both = new Raise(Set.of(A, B), false).applied(raised);
        assertThat(both.layout().look(P).level())
                .isGreaterThan(both.layout().look(A).level());
        assertThat(both.layout().look(A).level())
                .isGreaterThan(both.layout().look(B).level());
    }

    @Test
    void colorsAndLabelsAreGivenAndTakenBack() {
        ColorNodes color = new ColorNodes(Set.of(A, B), "sky");
        assertThat(color.label()).isEqualTo("Color 2 nodes light blue");
        Document colored = color.applied(document);
        assertThat(colored.layout().look(B).color()).isEqualTo("sky");
        assertThat(new ColorNodes(Set.of(A, B), "").applied(colored)).isEqualTo(document);
        LabelNode label = new LabelNode(A, "rate");
        assertThat(label.label()).isEqualTo("Label a “rate”");
        assertThat(label.applied(document).node(A).label()).isEqualTo("rate");
        assertThat(new LabelNode(A, "").applied(label.applied(document))).isEqualTo(document);
    }

    @Test
    void allOfItIsInTheFile() throws Exception {
        Document looks = new Pin(Set.of(A), true).applied(document);
        looks = new ColorNodes(Set.of(A), "pink").applied(looks);
        looks = new Raise(Set.of(B), false).applied(looks);
        looks = new LockFile(true).applied(new LabelNode(P, "score").applied(looks));
        String text = GraphJson.write(looks.file());
        assertThat(text)
                .contains("\"pinned\": true")
                .contains("\"color\": \"pink\"")
                .contains("\"locked\": true");
        Document read = new Document(GraphJson.read(text, Samples.CATALOG));
        assertThat(read.layout().look(A)).isEqualTo(Look.plain().pinned(true).colored("pink"));
        assertThat(read.layout().look(B).level()).isEqualTo(-1);
        assertThat(read.node(P).label()).isEqualTo("score");
        assertThat(read.file().locked()).isTrue();
    }

    @Test
    void aGraphThatIsOnlyReadRefusesEditsUntilItIsLetGo() {
        History history = new History(document);
        List<String> said = new ArrayList<>();
        history.onRefused(said::add);
        history.perform(new LockFile(true));
        Document locked = history.document();
        history.perform(new Rename(A, NodeId.of("z")));
        history.perform(new MoveNodes(Set.of(A), 10, 0));
        assertThat(history.document()).isSameAs(locked);
        assertThat(said).hasSize(2).allMatch(s -> s.startsWith("This graph is only to be read: Edit › Read only"));
        history.perform(new LockFile(false));
        history.perform(new MoveNodes(Set.of(A), 10, 0));
        assertThat(history.document().at(A)).isEqualTo(document.at(A).plus(10, 0));
        history.goTo(0);
        assertThat(history.document()).isSameAs(document);
    }

    @Test
    void aNodeKeepsItsLookUnderAnotherName() {
        Document colored = new ColorNodes(Set.of(A), "red").applied(document);
        Document renamed = new Rename(A, NodeId.of("z")).applied(colored);
        assertThat(renamed.layout().looks()).containsOnlyKeys(NodeId.of("z"));
        assertThat(new Delete(Set.of(A), Set.of()).applied(colored).layout().looks())
                .isEmpty();
    }
}
