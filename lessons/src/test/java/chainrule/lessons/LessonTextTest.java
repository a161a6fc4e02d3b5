package chainrule.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import org.junit.jupiter.api.Test;

class LessonTextTest {
    @Test
    void mathematicsKeepsItsUnderscoresAndBackslashes() {
        assertThat(LessonText.formulas("Let $w_i x_i$ and *$a\\,b_j$* be.\n\n$$\\sum_i w_i \\qquad (Wx)_r$$"))
                .containsExactly("w_i x_i", "a\\,b_j", "\\sum_i w_i \\qquad (Wx)_r");
    }

    @Test
    void aLoneDollarSignIsText() {
        assertThat(LessonText.formulas("It costs 3$ and no more.")).isEmpty();
        assertThat(LessonText.formulas("It costs \\$3 or \\$4.")).isEmpty();
    }

    @Test
    void linksAreReadInOrder() {
        assertThat(LessonText.links(
                        "[a](preset:m0-dot) **[b](node:w)** [c](edge:p.a) [d](page:math) [e](https://x.org)"))
                .containsExactly(
                        new LessonLink.ToPreset("m0-dot"),
                        new LessonLink.ToNode(NodeId.of("w")),
                        new LessonLink.ToEdge(Slot.of("p", "a")),
                        new LessonLink.ToPage("math"),
                        new LessonLink.ToWeb("https://x.org"));
    }

    @Test
    void anythingElseIsOurMistake() {
        assertThatThrownBy(() -> LessonLink.of("nodes:w")).hasMessageContaining("nodes:w");
        assertThatThrownBy(() -> LessonLink.of("edge:p")).hasMessageContaining("edge:NODE.PORT");
        assertThatThrownBy(() -> LessonLink.of("w")).hasMessageContaining("w");
    }
}
