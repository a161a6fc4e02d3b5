package chainrule.kernel;

/** Elements that go to positions of a buffer of zeros, or of one they are added to; negative positions are nowhere. */
public final class Scattering implements Kernel {
    private final Buffer x;
    private final int[] to;
    private final Buffer y;
    private final boolean adding;
    private final Stretches stretches;
    private final boolean apart;

    Scattering(Buffer x, int[] to, Buffer y, boolean adding) {
        this.x = x;
        this.to = to;
        this.y = y;
        this.adding = adding;
        this.stretches = Stretches.of(to);
        this.apart = stretches.worthwhile() && stretches.apart();
    }

    /** Whether it writes to a buffer. */
    public boolean writes(Buffer buffer) {
        return y == buffer;
    }

    /** The same added to what stands there. */
    public Scattering added() {
        return new Scattering(x, to, y, true);
    }

    @Override
    public void run() {
        if (!adding) {
            y.fill(0);
        }
        if (apart && adding) {
            stretches.add(x, y);
        } else if (apart) {
            stretches.put(x, y);
        } else {
            for (int i = 0; i < to.length; i++) {
                if (to[i] >= 0) {
                    y.set(to[i], y.get(to[i]) + x.get(i));
                }
            }
        }
    }
}
