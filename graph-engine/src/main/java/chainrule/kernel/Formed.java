package chainrule.kernel;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Functions that are written twice: as a loop's body, and as ND4J operations. */
final class Formed {
    private Formed() {}

    record Of1(Unary loop, UnaryOperator<Term> form) implements Unary {
        @Override
        public double at(double x) {
            return loop.at(x);
        }

        @Override
        public Term on(Term x) {
            return form.apply(x);
        }
    }

    record Of2(Binary loop, BinaryOperator<Term> form) implements Binary {
        @Override
        public double at(double a, double b) {
            return loop.at(a, b);
        }

        @Override
        public Term on(Term a, Term b) {
            return form.apply(a, b);
        }
    }

    record Of3(Ternary loop, Ternary.Form form) implements Ternary {
        @Override
        public double at(double a, double b, double c) {
            return loop.at(a, b, c);
        }

        @Override
        public Term on(Term a, Term b, Term c) {
            return form.on(a, b, c);
        }
    }

    record OfLanes(Lane loop, Function<List<Term>, Term> form) implements Lane {
        @Override
        public void apply(double[][] in, double[] out) {
            loop.apply(in, out);
        }

        @Override
        public Term on(List<Term> in) {
            return form.apply(in);
        }
    }
}
