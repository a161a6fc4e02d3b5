package chainrule.editor.session;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.editor.document.Samples;
import chainrule.editor.document.command.AddNode;
import chainrule.editor.document.command.Repair;
import chainrule.graph.Edge;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.graph.Validation;
import chainrule.op.Literal;
import chainrule.op.Settings;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepairsTest {
    private static AddNode array(String id, int... dims) {
        Shape shape = Shape.of(dims);
        AddNode plain = Samples.param(id, 0, 40, 40);
        Tensor value = Tensor.of(shape, new double[(int) shape.size()]);
        return new AddNode(plain.node().with(Settings.none().with("value", new Literal.Numbers(value))), plain.at());
    }

    private static Document pair(AddNode first, AddNode second, String type, String a, String b) {
        Document document = second.applied(first.applied(Document.untitled()));
        document = Samples.node("y", type, 500, 40).applied(document);
        document = Samples.connect("l", "y", a).applied(document);
        return Samples.connect("r", "y", b).applied(document);
    }

    private static List<Repair> repairs(Document document, String slot) {
        return Repairs.of(document, Validation.of(document.graph()), Samples.CATALOG, Slot.of("y", slot));
    }

    @Test
    void aMatrixThatStandsTheWrongWayIsTransposed() {
        Document document = pair(array("l", 2, 3), array("r", 4, 3), "matmul", "a", "b");
        List<Repair> repairs = repairs(document, "b");
        assertThat(repairs).extracting(Repair::label).contains("Insert transpose before y.b");
        Document repaired = repairs.get(0).applied(document);
        assertThat(Validation.of(repaired.graph()).problems()).isEmpty();
        assertThat(repaired.graph().into(Slot.of("y", "b")))
                .contains(new Edge(Source.of(NodeId.of("transpose")), Slot.of("y", "b")));
    }

    @Test
    void asManyNumbersInAnotherShapeAreReshaped() {
        Document document = pair(array("l", 2, 3), array("r", 6), "add", "a", "b");
        assertThat(repairs(document, "b"))
                .extracting(Repair::label)
                .contains("Insert reshape to 2×3 before y.b", "Insert dense layer of 3 before y.b");
        assertThat(repairs(document, "a")).extracting(Repair::label).contains("Insert flatten before y.a");
    }

    @Test
    void aVectorOfAnotherLengthGoesThroughADenseLayer() {
        Document document = pair(array("l", 4), array("r", 3), "add", "a", "b");
        List<Repair> repairs = repairs(document, "a");
        assertThat(repairs).extracting(Repair::label).contains("Insert dense layer of 3 before y.a");
        Document repaired = repairs.stream()
                .filter(r -> r.label().contains("dense"))
                .findFirst()
                .orElseThrow()
                .applied(document);
        Validation after = Validation.of(repaired.graph());
        assertThat(after.problems()).isEmpty();
        assertThat(after.shapes()).containsEntry(Source.of(NodeId.of("W")), Shape.of(3, 4));
        assertThat(repaired.at(NodeId.of("linear"))).isNotEqualTo(repaired.at(NodeId.of("W")));
    }

    @Test
    void whatFitsOrIsNotConnectedNeedsNoRepair() {
        Document fits = pair(array("l", 3), array("r", 3), "add", "a", "b");
        assertThat(repairs(fits, "a")).isEmpty();
        Validation validation = Validation.of(fits.graph());
        assertThat(Repairs.broken(fits, validation, NodeId.of("y"))).isEmpty();
        Document broken = pair(array("l", 4), array("r", 3), "add", "a", "b");
        assertThat(Repairs.broken(broken, Validation.of(broken.graph()), NodeId.of("y")))
                .containsExactly(Slot.of("y", "a"), Slot.of("y", "b"));
    }
}
