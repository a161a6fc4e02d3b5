package chainrule.kernel;

/**
 * Numbers of a batch brought to a common scale channel by channel, n = (x − centre) · factor, and then
 * scaled by gamma.
 *
 * @param centre one number for each channel, as factor and gamma have
 */
public record Normalising(Planes planes, Buffer x, Buffer centre, Buffer factor, Buffer gamma) {
    public Normalising {
        long each = x.size() / planes.channels();
        if (each != planes.each() || centre.size() != planes.channels() || factor.size() != planes.channels()) {
            throw new IllegalArgumentException(planes + " of " + x.shape());
        }
    }
}
