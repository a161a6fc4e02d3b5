package chainrule.editor.document.command;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Command;
import chainrule.editor.document.Document;
import chainrule.editor.document.Samples;
import chainrule.graph.Edge;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Clipping;
import chainrule.io.Point;
import chainrule.op.Literal;
import chainrule.tensor.Precision;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private static final NodeId A = NodeId.of("a");
    private static final NodeId B = NodeId.of("b");
    private static final NodeId P = NodeId.of("p");
    private final Document document = Samples.product();

    private Document after(Command command, String label) {
        assertThat(command.label()).isEqualTo(label);
        return command.applied(document);
    }

    @Test
    void addPlacesTheNode() {
        Document added = after(Samples.node("t", "tanh", 500, 60), "Add t");
        assertThat(added.graph().has(NodeId.of("t"))).isTrue();
        assertThat(added.at(NodeId.of("t"))).isEqualTo(new Point(500, 60));
        assertThat(document.graph().has(NodeId.of("t"))).isFalse();
    }

    @Test
    void connectReplacesTheEdgeOfAnOccupiedSlot() {
        Document changed = after(new Connect(Source.of(A), new Slot(P, "b")), "Connect a → p.b");
        assertThat(changed.graph().into(new Slot(P, "b")).map(Edge::from)).contains(Source.of(A));
        assertThat(changed.graph().outOf(B)).isEmpty();
    }

    @Test
    void disconnectTakesTheEdgeAway() {
        Document changed = after(new Disconnect(new Slot(P, "a")), "Disconnect p.a");
        assertThat(changed.graph().into(new Slot(P, "a"))).isEmpty();
        assertThat(changed.graph().edges()).hasSize(1);
    }

    @Test
    void replugMovesAnEdgeEndAndStaysPutWhereItMayNotGo() {
        Document moved = after(new Replug(new Slot(P, "a"), Source.of(A), new Slot(P, "b")), "Move edge to p.b");
        assertThat(moved.graph().into(new Slot(P, "a"))).isEmpty();
        assertThat(moved.graph().into(new Slot(P, "b")).map(Edge::from)).contains(Source.of(A));
        Document other = new Replug(new Slot(P, "a"), Source.of(B), new Slot(P, "a")).applied(document);
        assertThat(other.graph().outOf(B)).hasSize(2);
        Document refused = new Replug(new Slot(P, "a"), Source.of(A), new Slot(A, "x")).applied(document);
        assertThat(refused).isEqualTo(document);
    }

    @Test
    void moveShiftsOnlyTheChosenNodes() {
        Document moved = after(new MoveNodes(Set.of(A, B), 10, -20), "Move 2 nodes");
        assertThat(moved.at(A)).isEqualTo(new Point(50, 20));
        assertThat(moved.at(P)).isEqualTo(document.at(P));
        assertThat(new MoveNodes(Set.of(A), 0, 0).applied(document)).isSameAs(document);
    }

    @Test
    void deleteTakesNodesWithTheirEdgesAndPlaces() {
        Document left = after(new Delete(Set.of(A), Set.of()), "Delete a");
        assertThat(left.graph().edges()).hasSize(1);
        assertThat(left.layout().at()).doesNotContainKey(A);
        Document none = after(new Delete(Set.of(A, B, P), Set.of(new Slot(P, "a"))), "Delete 3 nodes");
        assertThat(none.graph().nodes()).isEmpty();
    }

    @Test
    void deleteTakesEdgesAlone() {
        Document one = after(new Delete(Set.of(), Set.of(new Slot(P, "a"))), "Delete edge into p.a");
        assertThat(one.graph().edges()).hasSize(1);
        Delete both = new Delete(Set.of(), Set.of(new Slot(P, "a"), new Slot(P, "b")));
        assertThat(both.label()).isEqualTo("Delete 2 edges");
        assertThat(both.applied(document).graph().edges()).isEmpty();
    }

    @Test
    void deletingSeveralEdgesOfAVariadicPortLeavesTheRightOne() {
        Document many = Samples.node("s", "add_n", 600, 100).applied(document);
        for (int i = 0; i < 3; i++) {
            many = Samples.connect(List.of("a", "b", "p").get(i), "s", "x" + i).applied(many);
        }
        Document left = new Delete(Set.of(), Set.of(Slot.of("s", "x0"), Slot.of("s", "x1"))).applied(many);
        assertThat(left.graph().into(NodeId.of("s"))).containsExactly(new Edge(Source.of(P), Slot.of("s", "x0")));
    }

    @Test
    void settingsChangeAndGoBack() {
        Document changed = after(new ChangeSettings(A, "value", new Literal.Number(7)), "Change value of a");
        assertThat(changed.node(A).settings().literals()).containsEntry("value", new Literal.Number(7));
        Document reset = after(new ChangeSettings(A, "value", null), "Reset value of a");
        assertThat(reset.node(A).settings().literals()).isEmpty();
        assertThat(new ChangeSettings(A, "value", new Literal.Number(2)).applied(document))
                .isSameAs(document);
    }

    @Test
    void renameCarriesEdgesRootAndPlaceAlong() {
        Document rooted = new ChooseRoot(A).applied(document);
        Document renamed = new Rename(A, NodeId.of("weight")).applied(rooted);
        assertThat(renamed.graph().chosenRoot()).contains(NodeId.of("weight"));
        assertThat(renamed.graph().into(new Slot(P, "a")).map(Edge::from)).contains(Source.of(NodeId.of("weight")));
        assertThat(renamed.at(NodeId.of("weight"))).isEqualTo(document.at(A));
        assertThat(after(new Rename(A, A), "Rename a to a")).isSameAs(document);
    }

    @Test
    void rootAndPrecisionAreChosen() {
        assertThat(after(new ChooseRoot(A), "Make a the root").graph().root()).contains(A);
        assertThat(after(new ChooseRoot(null), "Choose root automatically")
                        .graph()
                        .root())
                .contains(P);
        assertThat(after(new ChoosePrecision(Precision.FLOAT), "Compute in float")
                        .precision())
                .isEqualTo(Precision.FLOAT);
    }

    @Test
    void aFragmentComesWithItsEdges() {
        Clipping copy = Clipping.of(document.file(), Set.of(A, P)).detached().namedFor(document.file());
        Document pasted = after(new AddFragment("Paste", copy), "Paste 2 nodes");
        assertThat(pasted.graph().into(NodeId.of("p2")))
                .containsExactly(new Edge(Source.of(NodeId.of("a2")), Slot.of("p2", "a")));
        assertThat(pasted.at(NodeId.of("p2"))).isEqualTo(document.at(P));
        Clipping none = Clipping.of(document.file(), Set.of());
        assertThat(new AddFragment("Paste", none).applied(document)).isSameAs(document);
    }

    @Test
    void aFragmentMayKeepTheEdgesThatComeFromOutside() {
        Clipping copy = Clipping.of(document.file(), Set.of(P)).namedFor(document.file());
        Document pasted = after(new AddFragment("Paste", copy), "Paste p2");
        assertThat(pasted.graph().into(NodeId.of("p2")))
                .containsExactly(
                        new Edge(Source.of(A), Slot.of("p2", "a")), new Edge(Source.of(B), Slot.of("p2", "b")));
    }

    @Test
    void notesAreCutAndPasted() {
        Document noted = document.with(document.file()
                .withNotes(java.util.List.of(new chainrule.io.Note("n", "text", new Point(0, 0), new Point(9, 9)))));
        Cut cut = new Cut(Set.of(), Set.of(new chainrule.editor.document.RemarkId("n")));
        assertThat(cut.label()).isEqualTo("Cut n");
        assertThat(cut.applied(noted).file().notes()).isEmpty();
        AddFragment paste = new AddFragment("Paste", Clipping.of(noted.file(), Set.of(), Set.of("n")));
        assertThat(paste.label()).isEqualTo("Paste a remark");
        assertThat(paste.applied(document).file().notes()).hasSize(1);
    }

    @Test
    void cutDeletesWithAnotherWord() {
        Document left = after(new Cut(Set.of(A, B), Set.of()), "Cut 2 nodes");
        assertThat(left.graph().nodes()).extracting(Node::id).containsExactly(P);
        assertThat(new Cut(Set.of(A), Set.of()).label()).isEqualTo("Cut a");
    }
}
