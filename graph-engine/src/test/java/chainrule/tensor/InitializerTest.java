package chainrule.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import chainrule.Fixtures;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class InitializerTest {
    static Stream<JsonNode> drawn() {
        return StreamSupport.stream(
                Fixtures.read("data_sets.json").get("initialisers").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void drawsTheSameBitsAsTheReference(JsonNode fixture) {
        JsonNode params = fixture.get("params");
        Tensor expected = Fixtures.tensor(fixture.get("value"));
        Initializer.Range range = new Initializer.Range(
                params.path("std").asDouble(1),
                params.path("low").asDouble(-1),
                params.path("high").asDouble(1),
                params.path("value").asDouble(0));
        Tensor actual = Initializer.of(params.get("init").asText())
                .draw(expected.shape(), params.path("seed").asLong(0), range);
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void theIdentityOfAMatrixThatIsNotSquareStopsAtItsEdge() {
        Tensor drawn = Initializer.IDENTITY.draw(Shape.of(2, 3), 0, new Initializer.Range(1, -1, 1, 0.5));
        assertThat(drawn).isEqualTo(Tensor.of(Shape.of(2, 3), 0.5, 0, 0, 0, 0.5, 0));
    }

    @Test
    void fillsWithOneNumber() {
        Initializer.Range range = new Initializer.Range(1, -1, 1, 0.25);
        assertThat(Initializer.CONSTANT.draw(Shape.of(2), 0, range)).isEqualTo(Tensor.vector(0.25, 0.25));
        assertThat(Initializer.ZEROS.draw(Shape.of(2), 0, range)).isEqualTo(Tensor.vector(0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void everyShapeHasADraw(Initializer initializer) {
        for (Shape shape : new Shape[] {Shape.scalar(), Shape.of(3), Shape.of(2, 3), Shape.of(2, 1, 3, 3)}) {
            Tensor drawn = initializer.draw(shape, 1, Initializer.Range.standard());
            assertThat(drawn.shape()).isEqualTo(shape);
            assertThat(drawn.isFinite()).isTrue();
        }
        assertThat(Initializer.of(initializer.id())).isEqualTo(initializer);
        assertThat(Initializer.ids()).contains(initializer.id());
    }
}
