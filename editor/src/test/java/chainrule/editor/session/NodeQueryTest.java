package chainrule.editor.session;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.editor.document.Document;
import chainrule.editor.document.Samples;
import chainrule.graph.NodeId;
import chainrule.graph.Validation;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeQueryTest {
    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "a, 'a b p t'",
        "value=3, b",
        "'VALUE= par', 'a b'",
        "type:mul, p",
        "type:times, p",
        "is:param, 'a b'",
        "is:error, t",
        "is:open, t",
        "is:loss, ''",
        "'is:param value=2', a",
        "is:wrong, ''",
        "nowhere, ''"
    })
    void findsBy(String query, String expected) {
        Document document = Samples.node("t", "tanh", 0, 0).applied(Samples.product());
        Validation validation = Validation.of(document.graph());
        Evaluation evaluation =
                new Evaluation(document, Evaluation.State.REJECTED, validation, validation.problems(), null);
        List<String> found =
                NodeQuery.of(query).in(evaluation).stream().map(NodeId::name).toList();
        assertThat(String.join(" ", found)).isEqualTo(expected);
        assertThat(NodeQuery.of(query).mistake().isPresent()).isEqualTo(query.equals("is:wrong"));
    }
}
