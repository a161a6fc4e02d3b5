package chainrule.editor.compare;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.editor.document.Document;
import chainrule.editor.document.History;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.GraphFile;
import chainrule.op.Catalog;
import chainrule.presets.PresetCatalog;
import chainrule.train.Training;
import org.junit.jupiter.api.Test;

class VariantTest {
    private static final Catalog CATALOG = StandardCatalog.create();

    private static GraphFile preset(String id) {
        return new PresetCatalog(CATALOG).find(id).orElseThrow().file();
    }

    private static Variant variant(GraphFile file, String name) {
        return Variant.of(file, CATALOG).stream()
                .filter(variant -> variant.name().contains(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everySigmoidBecomesARelu() {
        GraphFile file = preset("a2-sigmoid-stack");
        Graph changed = variant(file, "relu for sigmoid").change().apply(file).graph();
        assertThat(changed.edges()).isEqualTo(file.graph().edges());
        assertThat(changed.node(NodeId.of("a3")).type().id()).isEqualTo("relu");
        assertThat(changed.nodes()).noneMatch(node -> node.type().id().equals("sigmoid"));
    }

    @Test
    void withoutShortcutsAResidualStackIsAPlainOne() {
        GraphFile file = preset("c5-residual");
        Graph changed = variant(file, "shortcuts").change().apply(file).graph();
        assertThat(changed.find(NodeId.of("r1"))).isEmpty();
        assertThat(changed.into(Slot.of("n2", "b")).map(Edge::from)).contains(Source.of(NodeId.of("t1")));
        assertThat(changed.find(NodeId.of("s")))
                .as("it adds two ways that do not meet before")
                .isPresent();
        assertThat(Variant.of(preset("b3-mazur"), CATALOG))
                .noneMatch(variant -> variant.name().contains("shortcuts"));
    }

    @Test
    void theOtherOptimizerTakesTheSameRate() {
        GraphFile file = preset("b3-mazur");
        Training own = file.trained().orElseGet(Training::standard);
        Training changed = variant(file, "adam").change().apply(file).trained().orElseThrow();
        assertThat(changed.optimizer().type()).isEqualTo("adam");
        assertThat(changed.rate()).isEqualTo(own.rate());
        assertThat(variant(file.trained(changed), "sgd")).isNotNull();
    }

    @Test
    void aVariantFollowsItsDocumentAndACopyDoesNot() {
        History history = new History(new Document(preset("a2-sigmoid-stack")));
        Variant variant = variant(history.document().file(), "relu for sigmoid");
        Second follows = Second.variant(history, variant.name(), variant.change());
        Second stays = Second.copy(history.document(), "copy");
        Graph before = follows.file().get().graph();
        assertThat(follows.file().get().graph()).as("made once").isSameAs(before);
        history.restart(new Document(
                history.document().file().with(history.document().graph().without(NodeId.of("a5")))));
        assertThat(follows.file().get().graph().find(NodeId.of("a5"))).isEmpty();
        assertThat(stays.file().get().graph().find(NodeId.of("a5"))).isPresent();
    }
}
