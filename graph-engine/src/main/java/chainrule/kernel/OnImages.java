package chainrule.kernel;

/** A kernel whose work on a batch can also be done for some images at a time, as soon as what it reads of them is there. */
interface OnImages extends Kernel {
    /** Some images of a batch. */
    @FunctionalInterface
    interface Work {
        /** Does the images from one on up to another, which is left out; allocates nothing. */
        void run(int from, int to);
    }

    /** Whether it reads a buffer image by image, and of it and of what else it writes nothing beyond. */
    boolean follows(Buffer written, int batch);

    /** What it writes. */
    Buffer result();

    /** The work of one thread. */
    Work work(int batch);
}
