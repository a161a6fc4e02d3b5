package chainrule.exec;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.catalog.StandardCatalog;
import chainrule.graph.Edge;
import chainrule.graph.Graph;
import chainrule.graph.Node;
import chainrule.graph.NodeId;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.kernel.Check;
import chainrule.kernel.Engine;
import chainrule.kernel.Kernel;
import chainrule.kernel.Program;
import chainrule.op.Example;
import chainrule.op.NodeType;
import chainrule.op.Settings;
import chainrule.op.source.ParamNode;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where operations compute, a rule is bound to nothing but programs of them, and looks at indices. */
class ProgramsTest {
    private static final NodeId NODE = NodeId.of("node");

    static Stream<NodeType> computingTypes() {
        return StandardCatalog.create().types().stream()
                .filter(type -> type.values().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("computingTypes")
    void everyRuleIsBoundToPrograms(NodeType type) {
        for (Example example : type.examples()) {
            ExecutionPlan plan = Plans.of(graph(type, example));
            try (Bindings bindings = new Bindings(new Placement(plan, Engine.OPERATIONS))) {
                plan.order().stream()
                        .filter(id -> plan.graph().type(id).values().isEmpty())
                        .forEach(id -> assertPrograms(bindings.forward(id)));
            }
            try (FastPass pass = FastPass.of(plan, plan.trainable(), Engine.OPERATIONS)) {
                assertThat(pass.plan()).isSameAs(plan);
            }
        }
    }

    private static void assertPrograms(Kernel kernel) {
        assertThat(kernel.parts()).allMatch(part -> part instanceof Program || part instanceof Check);
    }

    private static Graph graph(NodeType type, Example example) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        example.shapes().forEach((slot, shape) -> {
            boolean integer = type.input(slot).orElseThrow().integer();
            Tensor value = Tensor.filled(shape, integer ? 0 : 0.5);
            nodes.add(Node.of("at_" + slot, ParamNode.TYPE, Settings.of(ParamNode.VALUE, value)));
            edges.add(new Edge(Source.of(NodeId.of("at_" + slot)), new Slot(NODE, slot)));
        });
        nodes.add(Node.of(NODE.name(), type, example.settings()));
        return Graph.of(nodes, edges);
    }
}
