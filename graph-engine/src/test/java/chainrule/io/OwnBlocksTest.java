package chainrule.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import chainrule.catalog.StandardCatalog;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Workspace;
import chainrule.graph.Graph;
import chainrule.graph.NodeId;
import chainrule.op.Catalog;
import chainrule.op.Settings;
import chainrule.tensor.Precision;
import chainrule.trace.GradientView;
import chainrule.trace.Trace;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Blocks of the learner's own: read, written, computed, refused. */
class OwnBlocksTest {
    private static final Catalog CATALOG = StandardCatalog.create();
    private static final String TWICE =
            """
            {
              "format": "chainrule", "version": 1,
              "title": "",
              "precision": "double",
              "nodes": [
                {"id": "x", "type": "input", "settings": {"value": 3}},
                {"id": "a", "type": "block:bend", "settings": {"by": 5}},
                {"id": "b", "type": "block:pair"}
              ],
              "edges": [
                {"from": "x", "to": "a.x"},
                {"from": "a.out", "to": "b.x"}
              ],
              "frames": [],
              "notes": [],
              "blocks": {
                "pair": {"nodes": [
                    {"id": "first", "type": "block:bend"},
                    {"id": "second", "type": "block:bend", "settings": {"by": -1}, "at": [40, 8]}
                  ],
                  "edges": [
                    {"from": "first.out", "to": "second.x"}
                  ],
                  "in": {"x": "first.x"}, "out": {"out": "second.out"}, "settings": {}},
                "bend": {"nodes": [
                    {"id": "w", "type": "param", "settings": {"value": 0.5}},
                    {"id": "m", "type": "mul"},
                    {"id": "s", "type": "shift", "settings": {"offset": 2}},
                    {"id": "sq", "type": "square"}
                  ],
                  "edges": [
                    {"from": "w", "to": "m.a"},
                    {"from": "m", "to": "s.x"},
                    {"from": "s", "to": "sq.x"}
                  ],
                  "in": {"x": "m.b"}, "out": {"out": "sq", "before": "s"}, "settings": {"by": "s.offset"}}
              },
              "view": {}
            }
            """;

    @Test
    void aFileWithBlocksIsWrittenAsItWasRead() throws FileProblem {
        assertThat(GraphJson.write(read(TWICE))).isEqualTo(TWICE);
    }

    @Test
    void everyUseComputesWithItsOwnSettingsAndParameters() throws FileProblem {
        GradientView view = run(read(TWICE).graph());
        double a = Math.pow(0.5 * 3 + 5, 2);
        double first = Math.pow(0.5 * a + 2, 2);
        double second = Math.pow(0.5 * first - 1, 2);
        assertThat(view.value(NodeId.of("a")).orElseThrow().item()).isCloseTo(a, within(1e-12));
        assertThat(view.value(NodeId.of("b")).orElseThrow().item()).isCloseTo(second, within(1e-9));
        assertThat(view.value(NodeId.of("b/first/s")).orElseThrow().item()).isCloseTo(0.5 * a + 2, within(1e-12));
        double down = 2 * (0.5 * first - 1);
        assertThat(view.gradient(NodeId.of("b/second/w")).orElseThrow().item()).isCloseTo(down * first, within(1e-8));
        assertThat(view.gradient(NodeId.of("b/first/w")).orElseThrow().item())
                .isCloseTo(down * 0.5 * 2 * (0.5 * a + 2) * a, within(1e-7));
    }

    @Test
    void anEditOfABlockChangesAllItsUses() throws FileProblem {
        GraphFile file = read(TWICE);
        OwnBlock bend = file.blocks().get("bend");
        Graph graph = bend.inside().graph();
        Graph changed =
                graph.with(graph.node(NodeId.of("w")).with(Settings.none().with("value", 1)));
        Map<String, OwnBlock> blocks = new java.util.LinkedHashMap<>(file.blocks());
        blocks.put("bend", bend.with(bend.inside().with(changed)));
        GradientView view = run(OwnBlocks.installed(file, blocks, CATALOG).graph());
        double a = Math.pow(3 + 5, 2);
        double first = Math.pow(a + 2, 2);
        assertThat(view.value(NodeId.of("a")).orElseThrow().item()).isEqualTo(a);
        assertThat(view.value(NodeId.of("b")).orElseThrow().item()).isEqualTo(Math.pow(first - 1, 2));
    }

    @Test
    void edgesFollowAPortThatIsCalledOtherwiseNow() throws FileProblem {
        GraphFile file = read(TWICE);
        OwnBlock bend = file.blocks().get("bend");
        OwnBlock renamed = new OwnBlock(
                bend.inside(),
                Map.of("entry", bend.in().get("x")),
                ordered("result", bend.out().get("out"), "before", bend.out().get("before")),
                Map.of());
        Map<String, OwnBlock> blocks = new java.util.LinkedHashMap<>(file.blocks());
        blocks.put("bend", renamed);
        GraphFile changed = OwnBlocks.changed(file, blocks, "bend", CATALOG);
        assertThat(changed.graph().edges())
                .extracting(Object::toString)
                .containsExactly("x → a.entry", "a.result → b.x");
        assertThat(changed.graph().node(NodeId.of("a")).settings()).isEqualTo(Settings.none());
        OwnBlock pair = changed.blocks().get("pair");
        assertThat(pair.in().get("x")).isEqualTo(chainrule.graph.Slot.of("first", "entry"));
        assertThat(pair.inside().graph().node(NodeId.of("second")).settings()).isEqualTo(Settings.none());
        assertThat(pair.inside().graph().edges())
                .extracting(Object::toString)
                .containsExactly("first.result → second.entry");
    }

    @Test
    void whatWasLearnedStaysWithAPartThatIsCalledOtherwiseNow() throws FileProblem {
        GraphFile file = read(TWICE.replace("\"by\": 5}", "\"by\": 5, \"weights\": {\"w\": 2}}"));
        file = file.trained(chainrule.train.Training.standard()
                .withOnly(java.util.List.of(NodeId.of("a/w"), NodeId.of("b/first/w"))));
        OwnBlock bend = file.blocks().get("bend");
        Graph inside = bend.inside().graph().renamed(NodeId.of("w"), NodeId.of("slope"));
        Map<String, OwnBlock> blocks = new java.util.LinkedHashMap<>(file.blocks());
        blocks.put("bend", bend.with(bend.inside().with(inside)));
        GraphFile changed = OwnBlocks.changed(file, blocks, "bend", CATALOG);
        assertThat(run(changed.graph()).value(NodeId.of("a")).orElseThrow().item())
                .isEqualTo(run(file.graph()).value(NodeId.of("a")).orElseThrow().item())
                .isEqualTo(121);
        assertThat(changed.trained().orElseThrow().only())
                .containsExactly(NodeId.of("a/slope"), NodeId.of("b/first/w"));
    }

    private static Map<String, chainrule.graph.Source> ordered(
            String first, chainrule.graph.Source is, String second, chainrule.graph.Source too) {
        Map<String, chainrule.graph.Source> ports = new java.util.LinkedHashMap<>();
        ports.put(first, is);
        ports.put(second, too);
        return ports;
    }

    @Test
    void copiedNodesBringTheirBlocksAlong() throws FileProblem {
        GraphFile file = read(TWICE);
        String text = Clipping.of(file, java.util.Set.of(NodeId.of("b"))).text();
        GraphFile pasted = Clipping.read(text, CATALOG).addedTo(GraphFile.untitled());
        assertThat(pasted.blocks()).containsOnlyKeys("pair", "bend");
        assertThat(GraphJson.read(GraphJson.write(pasted), CATALOG)
                        .graph()
                        .type(NodeId.of("b"))
                        .id())
                .isEqualTo("block:pair");
        GraphFile same = Clipping.read(text, CATALOG).namedFor(file).addedTo(file);
        assertThat(same.blocks().get("bend")).isSameAs(file.blocks().get("bend"));
    }

    @Test
    void aBlockThatContainsItselfIsRefused() {
        String loop = TWICE.replace("\"id\": \"m\", \"type\": \"mul\"", "\"id\": \"m\", \"type\": \"block:pair\"");
        assertThatThrownBy(() -> read(loop))
                .isInstanceOf(FileProblem.class)
                .hasMessage("The block pair contains itself: pair → bend → pair.");
        String hidden = TWICE.replace(
                "{\"id\": \"sq\", \"type\": \"square\"}",
                "{\"id\": \"sq\", \"type\": \"residual\", \"settings\": {\"block\": {\"type\": \"block:bend\"}}}");
        assertThatThrownBy(() -> read(hidden)).hasMessage("The block bend contains itself: bend → bend.");
    }

    @Test
    void aBlockCanBeInsideAResidualBlock() throws FileProblem {
        String text = TWICE.replace(
                "{\"id\": \"b\", \"type\": \"block:pair\"}",
                "{\"id\": \"b\", \"type\": \"residual\", \"settings\": {\"block\": {\"type\": \"block:bend\", \"settings\": {\"by\": 1}}}}");
        GradientView view = run(read(text).graph());
        double a = Math.pow(0.5 * 3 + 5, 2);
        assertThat(view.value(NodeId.of("b")).orElseThrow().item())
                .isCloseTo(a + Math.pow(0.5 * a + 1, 2), within(1e-9));
    }

    @Test
    void whatABlockShowsHasToBeThere() {
        assertRefused(
                "\"x\": \"m.b\"", "\"x\": \"m.c\"", "The block bend shows the input m.c, which is not there inside.");
        assertRefused(
                "\"x\": \"m.b\"",
                "\"x\": \"m.a\"",
                "The block bend shows the input m.a, which something inside feeds already.");
        assertRefused(
                "\"before\": \"s\"",
                "\"before\": \"q\"",
                "The block bend shows the output q, which is not there inside.");
        assertRefused(
                "\"by\": \"s.offset\"",
                "\"by\": \"s.factor\"",
                "The block bend shows the setting s.factor, which is not there inside.");
    }

    @Test
    void aBlockWithAMistakeInsideIsRefusedWhereItIsUsed() throws FileProblem {
        String text = TWICE.replace("{\"from\": \"w\", \"to\": \"m.a\"},\n", "");
        Compilation compilation = ExecutionPlan.compile(read(text).graph(), Precision.DOUBLE, Long.MAX_VALUE);
        assertThat(compilation.validation().problems())
                .extracting(p -> p.line())
                .containsExactly("a: Inside bend: Input a of m is not connected.");
    }

    @Test
    void blocksThatHoldMillionsAreRefusedBeforeTheyAreBuilt() throws FileProblem {
        StringBuilder blocks =
                new StringBuilder("\"b0\": {\"nodes\": [{\"id\": \"n\", \"type\": \"square\"}], \"edges\":"
                        + " [], \"in\": {\"x\": \"n.x\"}, \"out\": {\"out\": \"n\"}}");
        for (int level = 1; level < 12; level++) {
            String nodes = "";
            String edges = "";
            for (int i = 0; i < 10; i++) {
                nodes += (i == 0 ? "" : ", ") + "{\"id\": \"n%d\", \"type\": \"block:b%d\"}".formatted(i, level - 1);
                edges += i == 0
                        ? ""
                        : (i == 1 ? "" : ", ") + "{\"from\": \"n%d\", \"to\": \"n%d.x\"}".formatted(i - 1, i);
            }
            blocks.append(
                    ", \"b%d\": {\"nodes\": [%s], \"edges\": [%s], \"in\": {\"x\": \"n0.x\"}, \"out\": {\"out\": \"n9\"}}"
                            .formatted(level, nodes, edges));
        }
        String file = ("{\"format\": \"chainrule\", \"version\": 1, \"nodes\": [{\"id\": \"x\", \"type\": \"input\"},"
                        + " {\"id\": \"b\", \"type\": \"block:b11\"}], \"edges\": [{\"from\": \"x\", \"to\": \"b.x\"}],"
                        + " \"blocks\": {%s}}")
                .formatted(blocks);
        Compilation compilation = ExecutionPlan.compile(read(file).graph(), Precision.DOUBLE, Long.MAX_VALUE);
        assertThat(compilation.validation().problems()).hasSize(1);
        assertThat(compilation.validation().problems().get(0).sentence())
                .contains("More than 100,000 nodes would be inside when all is opened.");
    }

    private static void assertRefused(String there, String instead, String sentence) {
        assertThat(TWICE).contains(there);
        assertThatThrownBy(() -> read(TWICE.replace(there, instead))).hasMessage(sentence);
    }

    private static GraphFile read(String text) throws FileProblem {
        return GraphJson.read(text, CATALOG);
    }

    private static GradientView run(Graph graph) {
        Compilation compilation = ExecutionPlan.compile(graph, Precision.DOUBLE, Long.MAX_VALUE);
        assertThat(compilation.validation().problems()).isEmpty();
        try (Workspace workspace = new Workspace(((Compilation.Compiled) compilation).plan())) {
            return Trace.record(workspace).end();
        }
    }
}
