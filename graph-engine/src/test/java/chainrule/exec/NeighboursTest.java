package chainrule.exec;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.graph.NodeId;
import chainrule.graph.Source;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    private final Neighbours neighbours = new Neighbours();

    private static List<Tenant.Value> row(String... names) {
        return Stream.of(names)
                .map(name -> new Tenant.Value(Source.of(NodeId.of(name))))
                .toList();
    }

    private List<List<Tenant.Value>> rows() {
        return neighbours.rows().stream()
                .map(row -> row.stream().map(Tenant.Value.class::cast).toList())
                .toList();
    }

    @Test
    void rowsThatContinueEachOtherAreOne() {
        neighbours.line(row("a", "b"));
        neighbours.line(row("b", "c"));
        neighbours.line(row("x", "y"));
        assertThat(rows()).containsExactly(row("a", "b", "c"), row("x", "y"));
    }

    @Test
    void aPlaceThatIsTakenStaysTaken() {
        neighbours.line(row("a", "b"));
        neighbours.line(row("c", "b", "a"));
        assertThat(rows()).containsExactly(row("a", "b"));
    }

    @Test
    void aRowDoesNotCloseToARing() {
        neighbours.line(row("a", "b", "c", "a"));
        assertThat(rows()).containsExactly(row("a", "b", "c"));
    }
}
