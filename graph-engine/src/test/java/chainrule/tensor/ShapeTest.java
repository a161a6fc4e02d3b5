package chainrule.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ShapeTest {
    @Property
    void broadcastingIsSymmetric(@ForAll("shapes") Shape a, @ForAll("shapes") Shape b) {
        assertThat(a.broadcastsWith(b)).isEqualTo(b.broadcastsWith(a));
        if (a.broadcastsWith(b)) {
            assertThat(a.broadcast(b)).isEqualTo(b.broadcast(a));
        }
    }

    @Property
    void aShapeBroadcastsWithItselfAndWithANumber(@ForAll("shapes") Shape a) {
        assertThat(a.broadcast(a)).isEqualTo(a);
        assertThat(a.broadcast(Shape.scalar())).isEqualTo(a);
    }

    @Property
    void everyLengthOfABroadcastIsOneOfItsOperands(@ForAll("shapes") Shape a, @ForAll("shapes") Shape b) {
        if (!a.broadcastsWith(b)) {
            assertThatThrownBy(() -> a.broadcast(b)).isInstanceOf(IllegalArgumentException.class);
            return;
        }
        Shape all = a.broadcast(b);
        assertThat(all.rank()).isEqualTo(Math.max(a.rank(), b.rank()));
        for (int i = 1; i <= all.rank(); i++) {
            int fromA = i <= a.rank() ? a.dim(-i) : 1;
            int fromB = i <= b.rank() ? b.dim(-i) : 1;
            assertThat(all.dim(-i)).isEqualTo(Math.max(fromA, fromB));
        }
        assertThat(all.broadcast(a)).isEqualTo(all);
    }

    @Property
    void stridesWalkToTheLastElement(@ForAll("shapes") Shape a) {
        long last = 0;
        for (int i = 0; i < a.rank(); i++) {
            last += a.strides()[i] * (a.dim(i) - 1);
        }
        assertThat(last).isEqualTo(a.size() - 1);
    }

    @Example
    void anAxisOfLengthZeroIsNoShape() {
        assertThatThrownBy(() -> Shape.of(2, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void aShapeReadsAsALearnerWritesIt() {
        assertThat(Shape.of(2, 3)).hasToString("2×3");
        assertThat(Shape.scalar()).hasToString("a number");
    }

    @Provide
    static Arbitrary<Shape> shapes() {
        return Arbitraries.integers()
                .between(1, 3)
                .array(int[].class)
                .ofMaxSize(4)
                .map(Shape::of);
    }
}
