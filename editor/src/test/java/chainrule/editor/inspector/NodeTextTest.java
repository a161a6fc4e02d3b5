package chainrule.editor.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainrule.op.Literal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dense",
                "dense(units=4, activation=relu)",
                "mlp(sizes=[8, 2], activation=tanh)",
                "rnn_cell(bias=true)",
                "residual(block=dense(units=0.5))"
            })
    void whatIsWrittenIsReadAgain(String line) throws NodeText.Mistake {
        assertThat(NodeText.write(NodeText.read(line))).isEqualTo(line);
    }

    @Test
    void aTypeWithoutSettingsIsAWordAndOneWithSettingsAGroup() throws NodeText.Mistake {
        assertThat(NodeText.read(" dense ( ) ")).isEqualTo(new Literal.Text("dense"));
        assertThat(NodeText.read("dense( units = 4 )"))
                .isEqualTo(new Literal.Group(Map.of(
                        "type",
                        new Literal.Text("dense"),
                        "settings",
                        new Literal.Group(Map.of("units", new Literal.Number(4))))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|is empty: it should be a node type, as dense or dense(units=4).",
                "(units=4)|has “(” where a node type should be.",
                "dense(|ends where a setting should be.",
                "dense(units|does not end: ) is missing.",
                "dense(units 4)|has “4” where = should be, after units.",
                "dense(units=)|gives units no value: a number, a word or a list should follow =.",
                "dense(units=4 activation=relu)|has “a” where , should be, between two settings.",
                "mlp(sizes=[8, 2)|has a list for sizes that does not end: ] is missing.",
                "mlp(sizes=[8, x])|has “x” in the list for sizes: it should be a number.",
                "dense(units=4) twice|goes on with “twice”: nothing should follow the node."
            })
    void whatIsNoNodeSaysWhy(String line, String predicate) {
        assertThatThrownBy(() -> NodeText.read(line))
                .isInstanceOfSatisfying(NodeText.Mistake.class, mistake -> assertThat(mistake.predicate())
                        .isEqualTo(predicate));
    }
}
