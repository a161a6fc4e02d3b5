package chainrule.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chainrule.tensor.Precision;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words by ND4J's operations alone: none is missing, and none touches memory itself. */
class OperationsTest {
    static Stream<Method> words() {
        return Arrays.stream(Kernels.class.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()) && m.getReturnType() == Kernel.class);
    }

    @ParameterizedTest
    @MethodSource("words")
    void everyWordHasAFormByOperations(Method word) throws NoSuchMethodException {
        Method form = Operations.class.getDeclaredMethod(word.getName(), word.getParameterTypes());
        assertThat(form.getReturnType()).isEqualTo(Kernel.class);
    }

    @Test
    void thereAreWords() {
        assertThat(words()).hasSizeGreaterThan(20);
    }

    @Test
    void aLoopOnMemoryForOperationsIsRefused() {
        try (Words k = new Words(Precision.FLOAT, Engine.OPERATIONS)) {
            Buffer x = k.random(Shape.of(2000), 1);
            assertThatThrownBy(() -> x.read(0, new float[2000], 2000)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(x::pointer).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aFunctionWithoutAFormIsRefused() {
        try (Words k = new Words(Precision.DOUBLE, Engine.OPERATIONS)) {
            Buffer x = k.random(Shape.of(3), 1);
            assertThatThrownBy(() -> k.map(v -> v + 1, x, x)).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> k.zip((v, w) -> v + w, x, x, x)).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> k.zip((u, v, w) -> u, x, x, x, x))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> k.lanes((in, out) -> {}, x.shape(), List.of(0), List.of(x), x))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void rowsOfATableAddUpAndAMissingRowIsRefused() {
        for (int width : new int[] {1, 3}) {
            for (int count : new int[] {1, 4}) {
                assertThat(addedRows(Engine.OPERATIONS, width, count)).isEqualTo(addedRows(Engine.LOOPS, width, count));
            }
        }
        try (Words k = new Words(Precision.DOUBLE, Engine.OPERATIONS)) {
            Buffer table = k.random(Shape.of(2, 3), 1);
            Kernel take = k.takeRows(table, k.holding(Tensor.vector(2)), k.scratch(Shape.of(1, 3)));
            assertThatThrownBy(take::run).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    private static Tensor addedRows(Engine engine, int width, int count) {
        try (Words k = new Words(Precision.DOUBLE, engine)) {
            Buffer x = k.holding(Tensor.filled(Shape.of(count, width), 2));
            Buffer index = k.holding(Tensor.filled(Shape.of(count), 1));
            Buffer table = k.random(Shape.of(3, width), 1);
            Kernel add = k.addRows(x, index, table);
            add.run();
            add.run();
            return table.snapshot();
        }
    }

    @Test
    void drawingLoadingFillingAndAddingReachTheMemory() {
        try (Words k = new Words(Precision.FLOAT, Engine.OPERATIONS)) {
            Buffer x = k.scratch(Shape.of(2, 2));
            k.draw(() -> 3, x).run();
            assertThat(x.snapshot()).isEqualTo(Tensor.filled(Shape.of(2, 2), 3));
            k.load(Tensor.scalar(4), x).run();
            assertThat(x.snapshot()).isEqualTo(Tensor.filled(Shape.of(2, 2), 4));
            Buffer y = k.holding(Tensor.of(Shape.of(2, 2), 1, 2, 3, 4));
            Kernels.accumulate(y, x).run();
            new Axpy(y, x).run(2);
            assertThat(x.snapshot()).isEqualTo(Tensor.of(Shape.of(2, 2), 7, 10, 13, 16));
            x.fill(-1);
            assertThat(x.get(3)).isEqualTo(-1);
        }
    }

    @Test
    void programsLendEachOtherWhatTheyNeedInBetween() {
        try (Memory memory = new Memory(Precision.DOUBLE, 1 << 20, Engine.OPERATIONS)) {
            Buffer x = memory.allocate(Shape.of(100));
            long before = memory.used();
            for (int i = 0; i < 10; i++) {
                Operations.map(Functions.TANH, x, x);
            }
            assertThat(memory.used() - before).isEqualTo(100L * Precision.DOUBLE.bytes());
        }
    }

    @Test
    void thePropertyNamesAnEngine() {
        assertThat(Engine.asked("")).isEqualTo(Engine.LOOPS);
        assertThat(Engine.asked("operations")).isEqualTo(Engine.OPERATIONS);
        assertThatThrownBy(() -> Engine.asked("gpu"))
                .hasMessage("Property chainrule.engine is gpu: it should be loops or operations.");
    }
}
