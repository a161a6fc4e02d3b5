package chainrule.kernel;

/** A function of three numbers, applied element by element. */
@FunctionalInterface
public interface Ternary {
    double at(double a, double b, double c);

    /** The form of such a function by ND4J operations. */
    @FunctionalInterface
    interface Form {
        Term on(Term a, Term b, Term c);
    }

    /** A function together with its form by ND4J operations. */
    static Ternary of(Ternary loop, Form form) {
        return new Formed.Of3(loop, form);
    }

    /** The same by ND4J operations. */
    default Term on(Term a, Term b, Term c) {
        throw new UnsupportedOperationException("a function without a form by operations");
    }

    /** What computes it fastest in a loop. */
    default Ternary loop() {
        return this;
    }
}
