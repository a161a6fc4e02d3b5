package chainrule.kernel;

/** A function of one number, applied to every element. */
@FunctionalInterface
public interface Unary {
    double at(double x);
}
