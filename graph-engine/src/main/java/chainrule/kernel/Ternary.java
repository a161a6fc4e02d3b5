package chainrule.kernel;

/** A function of three numbers, applied element by element. */
@FunctionalInterface
public interface Ternary {
    double at(double a, double b, double c);
}
