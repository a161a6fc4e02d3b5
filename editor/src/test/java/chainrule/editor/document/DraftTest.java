package chainrule.editor.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chainrule.block.BlockDefinition;
import chainrule.catalog.StandardCatalog;
import chainrule.editor.document.command.AddNode;
import chainrule.editor.document.command.ChangeBlock;
import chainrule.editor.document.command.Connect;
import chainrule.editor.document.command.Delete;
import chainrule.editor.document.command.Disconnect;
import chainrule.editor.document.command.MakeBlock;
import chainrule.editor.document.command.MoveNodes;
import chainrule.editor.document.command.Rename;
import chainrule.editor.document.command.ShowOutside;
import chainrule.editor.document.command.ShowPorts;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Workspace;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.FileProblem;
import chainrule.io.GraphJson;
import chainrule.io.OwnBlock;
import chainrule.io.Point;
import chainrule.op.Catalog;
import chainrule.op.Settings;
import chainrule.tensor.Precision;
import chainrule.trace.Trace;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The inside of a block of one's own as a document: opened, edited, closed again. */
class DraftTest {
    private static final Catalog CATALOG = StandardCatalog.create();
    private static final NodeId USE = NodeId.of("bend");
    private static final double X = 3;
    private static final double W = 0.5;

    /** w·x, twice into a block that adds it to its square: 1.5 + 2.25. */
    private static Document packed() {
        Graph graph = Graph.of(
                List.of(
                        Node.of("x", CATALOG.get("input"), Settings.none().with("value", X)),
                        Node.of("w", CATALOG.get("param"), Settings.none().with("value", W)),
                        Node.of("p", CATALOG.get("mul")),
                        Node.of("sq", CATALOG.get("square")),
                        Node.of("sum", CATALOG.get("add")),
                        Node.of("end", CATALOG.get("scale"), Settings.none().with("factor", 2))),
                List.of(
                        new Edge(Source.of(NodeId.of("w")), Slot.of("p", "a")),
                        new Edge(Source.of(NodeId.of("x")), Slot.of("p", "b")),
                        new Edge(Source.of(NodeId.of("p")), Slot.of("sq", "x")),
                        new Edge(Source.of(NodeId.of("p")), Slot.of("sum", "a")),
                        new Edge(Source.of(NodeId.of("sq")), Slot.of("sum", "b")),
                        new Edge(Source.of(NodeId.of("sum")), Slot.of("end", "x"))));
        return new MakeBlock(Set.of(NodeId.of("sq"), NodeId.of("sum")), "bend", CATALOG)
                .applied(Document.untitled().with(graph));
    }

    private static Draft draft(Document document) {
        return Draft.of(document.file().blocks().get("bend"), USE, document.file());
    }

    private static Document inside(Document document, Command edit) {
        return new ChangeBlock("bend", USE, edit, CATALOG).applied(document);
    }

    private static NodeId in(String name) {
        return USE.child(name);
    }

    private static double end(Document document) {
        Compilation compilation = ExecutionPlan.compile(document.graph(), Precision.DOUBLE, Long.MAX_VALUE);
        assertThat(compilation.validation().problems()).isEmpty();
        try (Workspace workspace = new Workspace(((Compilation.Compiled) compilation).plan())) {
            return Trace.recordResults(workspace)
                    .end()
                    .value(NodeId.of("end"))
                    .orElseThrow()
                    .item();
        }
    }

    @Test
    void anInputThatFeedsSeveralIsDrawnOnce() {
        Draft draft = draft(packed());
        assertThat(draft.document().graph().nodes())
                .extracting(n -> n.id().name())
                .containsExactly("bend/p", "bend/sq", "bend/sum", "bend/out");
        assertThat(draft.document().graph().edges())
                .extracting(Object::toString)
                .contains("bend/p → bend/sq.x", "bend/p → bend/sum.a", "bend/sum → bend/out.in");
        assertThat(draft.entrances()).containsExactly(java.util.Map.entry(in("p"), "p"));
        assertThat(draft.exits()).containsExactly(java.util.Map.entry(in("out"), "out"));
        double left = draft.document().at(in("p")).x();
        assertThat(left).isLessThan(draft.document().at(in("sq")).x());
    }

    @Test
    void closingWhatWasNotEditedChangesNothing() {
        Document packed = packed();
        OwnBlock block = packed.file().blocks().get("bend");
        OwnBlock again = draft(packed).closed(draft(packed).document());
        assertThat(again.in()).isEqualTo(block.in());
        assertThat(again.out()).isEqualTo(block.out());
        assertThat(again.inside().graph().edges())
                .containsExactlyInAnyOrderElementsOf(block.inside().graph().edges());
        assertThat(again.inside().layout()).isEqualTo(block.inside().layout());
        assertThat(inside(packed, new MoveNodes(Set.of(in("p")), Set.of(), 50, 0)))
                .isSameAs(packed);
    }

    @Test
    void movingAPartKeepsTheGraph() {
        Document packed = packed();
        Document moved = inside(packed, new MoveNodes(Set.of(in("sq")), Set.of(), 70, 30));
        assertThat(moved.graph()).isSameAs(packed.graph());
        assertThat(draft(moved).document().at(in("sq")))
                .isEqualTo(draft(packed).document().at(in("sq")).plus(70, 30));
    }

    @Test
    void aNodeIsPutInsideAndComputed() throws FileProblem {
        Document packed = packed();
        assertThat(end(packed)).isCloseTo(7.5, within(1e-12));
        Node half = new Node(in("half"), CATALOG.get("scale"), Settings.none().with("factor", 0.5), "");
        Document added = inside(packed, new AddNode(half, new Point(10, 20)));
        assertThat(chainrule.graph.Validation.of(added.graph()).problems())
                .extracting(p -> p.line())
                .containsExactly("bend: Inside bend: Input x of half is not connected.");
        Document fed = inside(added, new Connect(Source.of(in("sum")), new Slot(in("half"), "x")));
        Document done = inside(fed, new Connect(Source.of(in("half")), new Slot(in("out"), "in")));
        assertThat(end(done)).isCloseTo(3.75, within(1e-12));
        String text = GraphJson.write(done.file());
        assertThat(GraphJson.write(GraphJson.read(text, CATALOG))).isEqualTo(text);
    }

    @Test
    void anInputCanGoStraightOut() {
        Document through = inside(packed(), new Connect(Source.of(in("p")), new Slot(in("out"), "in")));
        assertThat(end(through)).isCloseTo(2 * W * X, within(1e-12));
        assertThat(draft(through).document().graph().edges())
                .extracting(Object::toString)
                .contains("bend/p → bend/out.in");
    }

    @Test
    void portsThatNothingIsConnectedToStayUntilTheyAreDeleted() {
        Document packed = packed();
        Document open = inside(packed, new Disconnect(new Slot(in("out"), "in")));
        assertThat(draft(open).exits()).containsKey(in("out"));
        assertThat(draft(open).document().graph().into(new Slot(in("out"), "in")))
                .isEmpty();
        assertThat(open.graph().into(Slot.of("end", "x"))).isPresent();
        Document loose = inside(
                inside(packed, new Disconnect(new Slot(in("sq"), "x"))), new Disconnect(new Slot(in("sum"), "a")));
        assertThat(draft(loose).entrances()).containsValue("p");
        assertThat(loose.graph().into(Slot.of("bend", "p"))).isPresent();
        Document gone = inside(loose, new Delete(Set.of(in("p")), Set.of()));
        assertThat(draft(gone).entrances()).isEmpty();
        assertThat(gone.graph().into(NodeId.of("bend"))).isEmpty();
    }

    @Test
    void aPortCanBeCalledOtherwise() {
        Document renamed = inside(packed(), new Rename(in("p"), in("entry")));
        renamed = inside(renamed, new Rename(in("out"), in("y")));
        assertThat(renamed.graph().edges()).extracting(Object::toString).contains("p → bend.entry", "bend.y → end.x");
        assertThat(end(renamed)).isCloseTo(7.5, within(1e-12));
    }

    @Test
    void newPortsAreThereForEveryUse() {
        Document packed = packed();
        Node border = new Node(in("x"), Border.INPUT, Settings.none(), "");
        Document more = inside(packed, new AddNode(border, new Point(0, 0)));
        assertThat(more.file().blocks().get("bend").in()).containsOnlyKeys("p", "x");
        assertThat(more.graph().type(USE).input("x")).isPresent();
        Document used = inside(more, new Connect(Source.of(in("x")), new Slot(in("sum"), "a")));
        Document fed = used.with(used.graph().connected(Source.of(NodeId.of("x")), Slot.of("bend", "x")));
        assertThat(end(fed)).isCloseTo(2 * (X + W * X * W * X), within(1e-12));
    }

    @Test
    void openPortsOfANodeBecomePortsOfTheBlock() {
        Document packed = packed();
        Node mul = new Node(in("mul"), CATALOG.get("mul"), Settings.none(), "");
        Document added = inside(packed, new AddNode(mul, new Point(0, 0)));
        assertThat(ShowPorts.refusal(added, Set.of(USE)))
                .contains("Open a block of your own first: ports are made inside.");
        Document draft = draft(added).document();
        assertThat(ShowPorts.refusal(draft, Set.of()))
                .contains("Select the nodes whose open inputs and outputs the block should have.");
        assertThat(ShowPorts.refusal(draft, Set.of(in("sq"))))
                .contains("Every input of the selection is fed, and every output is used.");
        assertThat(ShowPorts.refusal(draft, Set.of(in("mul")))).isEmpty();
        Document shown = inside(added, new ShowPorts(Set.of(in("mul"))));
        assertThat(shown.file().blocks().get("bend").in()).containsOnlyKeys("p", "a", "b");
        assertThat(shown.file().blocks().get("bend").out()).containsOnlyKeys("out", "mul-out");
    }

    @Test
    void aSettingStaysShownWhenItsNodeIsCalledOtherwise() {
        Document packed = packed();
        Document added = inside(
                packed, new AddNode(new Node(in("s"), CATALOG.get("shift"), Settings.none(), ""), new Point(0, 0)));
        BlockDefinition.Exposed offset = new BlockDefinition.Exposed(NodeId.of("s"), "offset");
        Document shown = new ShowOutside("bend", "offset", offset, true, CATALOG).applied(added);
        Document renamed = inside(shown, new Rename(in("s"), in("t")));
        assertThat(renamed.file().blocks().get("bend").settings())
                .containsExactly(java.util.Map.entry("offset", new BlockDefinition.Exposed(NodeId.of("t"), "offset")));
        Document deleted = inside(renamed, new Delete(Set.of(in("t")), Set.of()));
        assertThat(deleted.file().blocks().get("bend").settings()).isEmpty();
        assertThat(ShowOutside.name(
                        shown.file().blocks().get("bend"), new BlockDefinition.Exposed(NodeId.of("q"), "offset")))
                .isEqualTo("q_offset");
    }

    @Test
    void aBlockCannotBePutIntoItself() {
        Document packed = packed();
        Node itself = new Node(in("again"), packed.graph().type(USE), Settings.none(), "");
        ChangeBlock edit = new ChangeBlock("bend", USE, new AddNode(itself, new Point(0, 0)), CATALOG);
        assertThat(edit.refusal(packed)).contains("The block bend would contain itself: bend → bend.");
        assertThatThrownBy(() -> edit.applied(packed)).hasMessageContaining("contain itself");
        assertThat(edit.label()).isEqualTo("Add again in bend");
    }

    @Test
    void copiesGoOutOfABlockAndIntoIt() {
        Document packed = packed();
        Document draft = draft(packed).document();
        var clipping = draft.clipping(Set.of(in("sq"), in("p")), Set.of());
        assertThat(clipping.fragment().nodes()).extracting(n -> n.id().name()).containsExactly("sq");
        assertThat(clipping.namedFor(draft.file(), draft.inside()).fragment().nodes())
                .extracting(n -> n.id().name())
                .containsExactly("bend/sq2");
        assertThat(draft.freeId(CATALOG.get("square"))).isEqualTo(in("square"));
        assertThat(draft.freeId(Border.INPUT)).isEqualTo(in("x"));
    }
}
