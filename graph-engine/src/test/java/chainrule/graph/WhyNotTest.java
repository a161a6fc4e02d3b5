package chainrule.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What a learner reads where an edge cannot be drawn. */
class WhyNotTest {
    private final Graph graph = new Sketch()
            .param("w", 1)
            .node("h", "neg", "w")
            .node("g", "neg", "h")
            .node("s", "add_n", "w")
            .node("free", "mul")
            .graph();

    @Test
    void anEdgeThatFitsIsNotRefused() {
        assertThat(graph.whyNot(from("w"), Slot.of("free", "a"))).isEmpty();
        assertThat(graph.whyNot(from("h"), Slot.of("s", "x1"))).isEmpty();
        assertThat(graph.whyNot(from("h"), Slot.of("s", "x0"))).isEmpty();
    }

    @Test
    void aNodeCannotFeedItself() {
        assertRefused("h", "h.x", "h.x: This edge would close a loop: h would feed itself.");
    }

    @Test
    void aLoopIsShownWithItsWay() {
        assertRefused("g", "h.x", "h.x: This edge would close a loop: h already feeds g (h → g).");
    }

    @Test
    void anInputThatDoesNotExistIsRefusedWithThoseThatDo() {
        assertRefused("w", "free.c", "free: free has no input c; it has a, b.");
        assertRefused("w", "w.x", "w: w has no input x; it has none.");
        assertRefused("w", "s.y", "s: s has no input y; it has x0, x1, ….");
    }

    @Test
    void anOutputThatDoesNotExistIsRefused() {
        Source source = new Source(NodeId.of("w"), "half");
        assertThat(graph.whyNot(source, Slot.of("free", "a")).orElseThrow().line())
                .isEqualTo("w: w has no output half.");
    }

    @Test
    void aNodeThatDoesNotExistIsRefused() {
        assertRefused("nobody", "free.a", "There is no node nobody.");
    }

    @Test
    void aVariadicPortIsFilledWithoutGaps() {
        assertRefused("w", "s.x2", "s.x2: The next free input of s is x1.");
    }

    @Test
    void connectingWhatIsRefusedIsAnError() {
        assertThatThrownBy(() -> graph.connected(from("h"), Slot.of("h", "x")))
                .hasMessage("This edge would close a loop: h would feed itself.");
    }

    private void assertRefused(String from, String to, String line) {
        String[] slot = to.split("\\.", 2);
        assertThat(graph.whyNot(from(from), Slot.of(slot[0], slot[1]))
                        .orElseThrow()
                        .line())
                .isEqualTo(line);
    }

    private static Source from(String node) {
        return Source.of(NodeId.of(node));
    }
}
