package chainrule.kernel;

/** y = the gradient where x is positive, else 0, for floats: on their bits, without a branch and without a detour. */
final class Passing implements Kernel {
    private final Buffer x;
    private final Buffer grad;
    private final Buffer y;

    Passing(Buffer x, Buffer grad, Buffer y) {
        this.x = x;
        this.grad = grad;
        this.y = y;
    }

    @Override
    public void run() {
        int[] bits = x.blocks().ints(0);
        int[] kept = x.blocks().ints(1);
        for (long done = 0; done < y.size(); done += Blocks.LENGTH) {
            int n = (int) Math.min(Blocks.LENGTH, y.size() - done);
            x.readBits(done, bits, n);
            grad.readBits(done, kept, n);
            Pairs.keepPositive(bits, kept, n);
            y.writeBits(done, kept, n);
        }
    }
}
