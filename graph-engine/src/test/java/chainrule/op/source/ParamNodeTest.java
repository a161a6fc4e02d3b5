package chainrule.op.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainrule.op.OutPort;
import chainrule.op.Settings;
import chainrule.op.ShapeProblem;
import chainrule.op.Shapes;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParamNodeTest {
    private static final Settings SQUARE = Settings.of(ParamNode.SHAPE, List.of(2, 2));

    @Test
    void aGivenValueIsTaken() {
        assertThat(value(Settings.of(ParamNode.VALUE, Tensor.vector(1, 2)))).isEqualTo(Tensor.vector(1, 2));
        assertThat(value(Settings.none())).isEqualTo(Tensor.scalar(0));
    }

    @Test
    void constantAndIdentityTakeTheirNumberFromTheValue() {
        Settings constant = SQUARE.with(ParamNode.INIT, "constant");
        Settings identity = SQUARE.with(ParamNode.INIT, "identity");
        assertThat(value(constant)).isEqualTo(square(0, 0, 0, 0));
        assertThat(value(constant.with(ParamNode.VALUE, Tensor.scalar(3)))).isEqualTo(square(3, 3, 3, 3));
        assertThat(value(identity)).isEqualTo(square(1, 0, 0, 1));
        assertThat(value(identity.with(ParamNode.VALUE, Tensor.scalar(3)))).isEqualTo(square(3, 0, 0, 3));
    }

    @Test
    void otherInitialisersGiveWayToAValue() {
        Settings both = SQUARE.with(ParamNode.INIT, "normal").with(ParamNode.VALUE, Tensor.vector(5));
        assertThat(value(both)).isEqualTo(Tensor.vector(5));
        assertThat(ParamNode.drawn(both)).isFalse();
    }

    @Test
    void aListOfNumbersIsNoFillNumber() {
        Settings list = SQUARE.with(ParamNode.INIT, "constant").with(ParamNode.VALUE, Tensor.vector(1, 2));
        assertThat(value(list)).isEqualTo(Tensor.vector(1, 2));
    }

    @Test
    void anAxisWithoutLengthIsRefused() {
        Shapes in = new Shapes(Map.of(), Settings.of(ParamNode.SHAPE, List.of(2, 0)));
        assertThatThrownBy(() -> ParamNode.TYPE.shapes(in))
                .isInstanceOfSatisfying(ShapeProblem.class, p -> assertThat(p.sentence())
                        .isEqualTo("Setting shape holds 0: every axis needs a length of at least 1."));
    }

    private static Tensor value(Settings settings) {
        Tensor value = ParamNode.TYPE.values().orElseThrow().of(settings).get(OutPort.OUT);
        assertThat(ParamNode.TYPE.shapes(new Shapes(Map.of(), settings))).containsEntry(OutPort.OUT, value.shape());
        return value;
    }

    private static Tensor square(double... elements) {
        return Tensor.of(Shape.of(2, 2), elements);
    }
}
