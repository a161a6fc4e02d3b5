package chainrule.kernel;

import chainrule.tensor.Precision;

/** max(0, x) and its slope, plane by plane. */
abstract class Rectifier {
    static Rectifier of(Precision precision, int plane) {
        return precision == Precision.FLOAT ? new OfFloats(plane) : new OfDoubles(plane);
    }

    /** y = max(0, x). */
    abstract void forward(Buffer x, Buffer y, int of);

    /** y = the gradient where x is positive, and 0 elsewhere. */
    abstract void back(Buffer x, Buffer grad, Buffer y, int of);

    private static final class OfFloats extends Rectifier {
        private final float[] numbers;
        private final int[] bits;
        private final int[] kept;

        OfFloats(int plane) {
            this.numbers = new float[plane];
            this.bits = new int[plane];
            this.kept = new int[plane];
        }

        @Override
        void forward(Buffer x, Buffer y, int of) {
            x.read((long) of * numbers.length, numbers, numbers.length);
            Functions.RELU.each(numbers, numbers, numbers.length, x.blocks());
            y.write((long) of * numbers.length, numbers, numbers.length);
        }

        @Override
        void back(Buffer x, Buffer grad, Buffer y, int of) {
            x.readBits((long) of * bits.length, bits, bits.length);
            grad.readBits((long) of * bits.length, kept, bits.length);
            Pairs.keepPositive(bits, kept, bits.length);
            y.writeBits((long) of * bits.length, kept, bits.length);
        }
    }

    private static final class OfDoubles extends Rectifier {
        private final double[] numbers;
        private final double[] kept;

        OfDoubles(int plane) {
            this.numbers = new double[plane];
            this.kept = new double[plane];
        }

        @Override
        void forward(Buffer x, Buffer y, int of) {
            x.read((long) of * numbers.length, numbers, numbers.length);
            Functions.RELU.each(numbers, numbers, numbers.length);
            y.write((long) of * numbers.length, numbers, numbers.length);
        }

        @Override
        void back(Buffer x, Buffer grad, Buffer y, int of) {
            x.read((long) of * numbers.length, numbers, numbers.length);
            grad.read((long) of * numbers.length, kept, numbers.length);
            Pairs.RELU_SLOPE.each(numbers, kept, kept, numbers.length);
            y.write((long) of * numbers.length, kept, numbers.length);
        }
    }
}
