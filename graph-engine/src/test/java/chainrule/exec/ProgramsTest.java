package chainrule.exec;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.kernel.Check;
import chainrule.kernel.Engine;
import chainrule.kernel.Kernel;
import chainrule.kernel.Program;
import chainrule.op.Example;
import chainrule.op.NodeType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where operations compute, a rule is bound to nothing but programs of them, and looks at indices. */
class ProgramsTest {

    @ParameterizedTest
    @MethodSource("chainrule.exec.Plans#computingTypes")
    void everyRuleIsBoundToPrograms(NodeType type) {
        for (Example example : type.examples()) {
            ExecutionPlan plan = Plans.of(Plans.graph(type, example));
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
}
