package chainrule.editor.document.command;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.editor.document.RemarkId;
import chainrule.editor.document.Remarks;
import chainrule.editor.document.Samples;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.io.Frame;
import chainrule.io.Point;
import chainrule.program.ProgramReader;
import chainrule.program.ProgramWriter;
import chainrule.program.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class RewriteTest {
    private static final NodeId P = NodeId.of("p");

    private final Document product = Samples.product();

    private static Graph graph(String text, Document before) {
        return ((Reading.Understood) ProgramReader.read(text, Samples.CATALOG, before.graph())).graph();
    }

    private Rewrite rewrite(String before, String after) {
        String text = ProgramWriter.text(product.graph()).replace(before, after);
        return Rewrite.of(product.graph(), graph(text, product));
    }

    @Test
    void theSameGraphIsTheSameDocument() {
        assertThat(new Rewrite("Edit the text", graph(ProgramWriter.text(product.graph()), product)).applied(product))
                .isSameAs(product);
    }

    @Test
    void theLabelSaysWhatIsDifferent() {
        assertThat(rewrite("mul(a, b)", "mul(a, a)").label()).isEqualTo("Change p");
        assertThat(rewrite("p = mul(a, b)", "").label()).isEqualTo("Delete p");
        assertThat(rewrite("p = ", "q = tanh(p)\np = ").label()).isEqualTo("Add q");
        assertThat(rewrite("p = mul(a, b)", "q = tanh(a)\nr = tanh(q)").label()).isEqualTo("Edit the text");
    }

    @Test
    void aFrameForgetsANodeThatGoesAndKeepsOneThatIsRenamed() {
        Frame both = new Frame("both", "Both", new Point(0, 0), new Point(600, 300), "", List.of(P, NodeId.of("a")));
        Document framed = new AddFrame(both).applied(product);
        RemarkId frame = new RemarkId("both");
        String text = ProgramWriter.text(framed.graph());
        Document without = Rewrite.of(framed.graph(), graph(text.replace("p = mul(a, b)", ""), framed))
                .applied(framed);
        assertThat(new Remarks(without).frame(frame).orElseThrow().nodes()).containsExactly(NodeId.of("a"));
        Document renamed = Rewrite.of(framed.graph(), graph(text.replace("p = ", "q = "), framed))
                .applied(framed);
        assertThat(new Remarks(renamed).frame(frame).orElseThrow().nodes()).contains(NodeId.of("q"));
        assertThat(renamed.at(NodeId.of("q"))).isEqualTo(framed.at(P));
    }

    @Test
    void newNodesLieRightOfWhatFeedsThemAndNotOnEachOther() {
        Document more = rewrite("p = ", "q = tanh(a)\nr = tanh(a)\nalone = param(value=1)\np = ")
                .applied(product);
        assertThat(more.at(NodeId.of("q")).x())
                .isGreaterThan(more.at(NodeId.of("a")).x());
        assertThat(more.at(NodeId.of("r")).y())
                .isNotEqualTo(more.at(NodeId.of("q")).y());
        assertThat(more.layout().at().values()).doesNotHaveDuplicates();
    }
}
