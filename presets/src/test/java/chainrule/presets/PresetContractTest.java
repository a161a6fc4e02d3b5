package chainrule.presets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chainrule.catalog.StandardCatalog;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.exec.Workspace;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.io.Frame;
import chainrule.io.GraphFile;
import chainrule.io.GraphJson;
import chainrule.io.Point;
import chainrule.op.OutPort;
import chainrule.tensor.Tensor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every preset. */
class PresetContractTest {
    private static final PresetCatalog PRESETS = new PresetCatalog(StandardCatalog.create());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long BUDGET = 1L << 30;
    private static final double VALUE_TOLERANCE = 1e-12;
    private static final double GRADIENT_TOLERANCE = 1e-11;
    /** Longer arrays are left out of the files of expected numbers. */
    private static final int MOST_LISTED = 64;

    private static final double CARD_WIDTH = 176;
    private static final double CARD_HEIGHT = 92;
    private static final double PORT_PITCH = 22;
    private static final double TITLE = 28;

    static List<Preset> presets() {
        return PRESETS.all();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void isWrittenAsWeWriteFiles(Preset preset) throws IOException {
        assertThat(GraphJson.write(preset.file()))
                .isEqualTo(resource("/presets/%d/%s.json".formatted(preset.topic(), preset.id())));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void saysWhatItIs(Preset preset) {
        GraphFile file = preset.file();

        assertThat(file.title()).isEqualTo(preset.title()).isNotBlank();
        assertThat(file.notes()).isNotEmpty().allSatisfy(note -> assertThat(note.text())
                .isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("presets")
    void cardsDoNotOverlap(Preset preset) {
        GraphFile file = preset.file();
        List<NodeId> ids = file.graph().nodes().stream().map(Node::id).toList();

        assertThat(file.layout().at()).containsOnlyKeys(ids);
        for (int i = 0; i < ids.size(); i++) {
            Point a = file.layout().of(ids.get(i));
            for (NodeId other : ids.subList(i + 1, ids.size())) {
                Point b = file.layout().of(other);
                assertThat(Math.abs(a.x() - b.x()) >= CARD_WIDTH || Math.abs(a.y() - b.y()) >= CARD_HEIGHT)
                        .as("%s and %s lie apart", ids.get(i), other)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void framesEncloseTheirNodesAndNoOthers(Preset preset) {
        GraphFile file = preset.file();
        for (Frame frame : file.frames()) {
            assertThat(frame.title()).isNotBlank();
            assertThat(frame.nodes()).hasSizeGreaterThan(1);
            Rectangle2D box = box(frame.at(), frame.size().x(), frame.size().y());
            for (Node node : file.graph().nodes()) {
                Rectangle2D card = card(file, node);
                if (frame.nodes().contains(node.id())) {
                    assertThat(box.contains(card))
                            .as("%s lies in %s", node, frame.id())
                            .isTrue();
                    assertThat(card.getY() - box.getY())
                            .as("room for the title")
                            .isGreaterThanOrEqualTo(24);
                } else {
                    assertThat(box.intersects(card))
                            .as("%s lies in %s", node, frame.id())
                            .isFalse();
                }
            }
            assertThat(file.frames())
                    .filteredOn(other -> other != frame)
                    .noneMatch(other -> box.intersects(
                            box(other.at(), other.size().x(), other.size().y())));
            assertThat(file.notes())
                    .noneMatch(note -> box.intersects(
                            box(note.at(), note.size().x(), note.size().y())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c5-residual", "r6-rnn-3", "r6-sine", "r6-lstm-gates", "e7-reverse"})
    void whatRepeatsItselfIsFramed(String id) {
        assertThat(PRESETS.find(id).orElseThrow().file().frames()).hasSizeGreaterThan(2);
    }

    private static Rectangle2D box(Point at, double width, double height) {
        return new Rectangle2D.Double(at.x(), at.y(), width, height);
    }

    /** A card is as high as its rows, or as its inputs, the next free one of a variadic port included. */
    private static Rectangle2D card(GraphFile file, Node node) {
        long inputs = node.type().inputs().stream()
                .mapToLong(port -> port.variadic() ? file.graph().count(node.id(), port) + 1 : 1)
                .sum();
        double height = Math.max(CARD_HEIGHT, TITLE + inputs * PORT_PITCH + 8);
        return box(file.layout().of(node.id()), CARD_WIDTH, height);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void givesTheNumbersThatItShould(Preset preset) throws IOException {
        JsonNode expected = JSON.readTree(resource("/expected/%s.json".formatted(preset.id())));
        try (Workspace workspace = run(preset)) {
            for (Map.Entry<String, JsonNode> value : expected.get("values").properties()) {
                Source source = source(preset, value.getKey());
                compare("value of " + value.getKey(), workspace.value(source), value.getValue(), VALUE_TOLERANCE);
            }
            JsonNode gradients = expected.get("gradients");
            for (Map.Entry<String, JsonNode> gradient : gradients.properties()) {
                Tensor actual = workspace
                        .gradient(source(preset, gradient.getKey()))
                        .orElseThrow(() -> new AssertionError("no gradient of " + gradient.getKey()));
                compare("gradient of " + gradient.getKey(), actual, gradient.getValue(), GRADIENT_TOLERANCE);
            }
            Set<String> unexpected = withGradient(workspace.plan());
            unexpected.removeAll(names(gradients));
            assertThat(unexpected)
                    .as("gradients that should not exist")
                    .allMatch(name -> workspace.value(source(preset, name)).size() > MOST_LISTED);
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void theContributionsOfItsEdgesSumToEachGradient(Preset preset) {
        try (Workspace workspace = run(preset)) {
            workspace.plan().contributions().forEach((source, slots) -> {
                if (!slots.isEmpty()) {
                    sumsUp(workspace, source, slots);
                }
            });
        }
    }

    @Test
    void mazursNetworkGivesThePublishedNumbers() {
        Preset mazur = PRESETS.find("b3-mazur").orElseThrow();
        try (Workspace workspace = run(mazur)) {
            assertThat(workspace.value(Source.of(NodeId.of("E"))).item()).isCloseTo(0.2983711087600027, within(1e-15));
            assertThat(gradient(workspace, "w5")).isCloseTo(0.0821670405642308, within(1e-15));
            assertThat(gradient(workspace, "w1")).isCloseTo(0.000438567734474347, within(1e-17));
        }
    }

    private static double gradient(Workspace workspace, String node) {
        return workspace.gradient(Source.of(NodeId.of(node))).orElseThrow().item();
    }

    private static void sumsUp(Workspace workspace, Source source, List<Slot> slots) {
        double[] sum = new double[workspace.value(source).size()];
        for (Slot slot : slots) {
            Tensor part = workspace.contribution(slot).orElseThrow();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += part.at(i);
            }
        }
        Tensor whole = workspace.gradient(source).orElseThrow();
        for (int i = 0; i < sum.length; i++) {
            assertThat(near(whole.at(i), sum[i], GRADIENT_TOLERANCE))
                    .as("gradient of %s at %d: %s, its parts sum to %s", source, i, whole.at(i), sum[i])
                    .isTrue();
        }
    }

    private static Workspace run(Preset preset) {
        GraphFile file = preset.file();
        Compilation compilation = ExecutionPlan.compile(file.graph(), file.precision(), BUDGET);
        if (compilation instanceof Compilation.Rejected rejected) {
            throw new AssertionError(preset + ": " + rejected.problems());
        }
        Workspace workspace = new Workspace(((Compilation.Compiled) compilation).plan());
        workspace.run();
        return workspace;
    }

    private static Source source(Preset preset, String name) {
        Graph graph = preset.file().graph();
        int dot = name.indexOf('.');
        NodeId id = NodeId.of(dot < 0 ? name : name.substring(0, dot));
        return new Source(id, dot < 0 ? graph.type(id).outputs().get(0).name() : name.substring(dot + 1));
    }

    private static Set<String> withGradient(ExecutionPlan plan) {
        Set<String> names = new HashSet<>();
        for (NodeId id : plan.order()) {
            List<OutPort> outputs = plan.graph().type(id).outputs();
            for (OutPort port : outputs) {
                if (plan.hasGradient(new Source(id, port.name()))) {
                    names.add(port.equals(outputs.get(0)) ? id.name() : id + "." + port.name());
                }
            }
        }
        return names;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void compare(String what, Tensor actual, JsonNode expected, double tolerance) {
        List<Double> numbers = new ArrayList<>();
        flatten(expected, numbers);
        assertThat(actual.size()).as(what).isEqualTo(numbers.size());
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(near(actual.at(i), numbers.get(i), tolerance))
                    .as("%s at %d: %s, should be %s", what, i, actual.at(i), numbers.get(i))
                    .isTrue();
        }
    }

    private static boolean near(double actual, double expected, double tolerance) {
        return Double.compare(actual, expected) == 0
                || Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected));
    }

    private static void flatten(JsonNode node, List<Double> into) {
        if (node.isArray()) {
            node.forEach(element -> flatten(element, into));
        } else {
            into.add(node.isTextual() ? Double.valueOf(node.asText()) : Double.valueOf(node.doubleValue()));
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = PresetContractTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
