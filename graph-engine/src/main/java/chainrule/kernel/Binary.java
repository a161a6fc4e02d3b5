package chainrule.kernel;

/** A function of two numbers, applied element by element. */
@FunctionalInterface
public interface Binary {
    double at(double a, double b);
}
