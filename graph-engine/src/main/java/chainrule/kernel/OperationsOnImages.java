package chainrule.kernel;

import chainrule.tensor.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Convolution by ND4J's operation, which knows no groups: each is convolved on a copy of its channels. */
final class OperationsOnImages {
    /** ND4J's code for weights that lie as filters × channels × kernel. */
    private static final int FILTERS_FIRST = 1;

    private final Worksheet sheet;
    private final Filter filter;
    private final long[] image;
    private final long[] steps;
    private final long[] kernel;

    OperationsOnImages(Worksheet sheet, Filter filter) {
        this.sheet = sheet;
        this.filter = filter;
        Window rows = filter.rows();
        Window columns = filter.columns();
        this.image = new long[] {filter.batch(), filter.channelsEach(), rows.size(), columns.size()};
        this.steps = new long[] {filter.batch(), filter.filtersEach(), rows.steps(), columns.steps()};
        this.kernel = new long[] {filter.filtersEach(), filter.channelsEach(), rows.kernel(), columns.kernel()};
    }

    Kernel forward(Buffer x, Buffer w, @Nullable Buffer b, Buffer y) {
        for (int group = 0; group < filter.groups(); group++) {
            INDArray result = fresh(steps);
            call("conv2d", List.of(result), List.of(copied(x, image, group), weights(w, group)));
            sheet.copy(result, part(y, steps, group));
        }
        if (b != null) {
            long[] all = {filter.batch(), filter.filters(), filter.steps()};
            INDArray whole = y.shaped(0, all, new long[] {all[1] * all[2], all[2], 1});
            sheet.call("add", whole, whole, b.shaped(Shape.of(filter.filters(), 1)));
        }
        return sheet.kernel();
    }

    Kernel back(Buffer grad, Buffer w, Buffer x) {
        INDArray shape = sheet.extras().positions((int) image[0], (int) image[1], (int) image[2], (int) image[3]);
        for (int group = 0; group < filter.groups(); group++) {
            INDArray result = fresh(image);
            call("conv2d_input_bp", List.of(result), List.of(shape, weights(w, group), copied(grad, steps, group)));
            sheet.copy(result, part(x, image, group));
        }
        return sheet.kernel();
    }

    Kernel weights(Buffer x, Buffer grad, Buffer w) {
        for (int group = 0; group < filter.groups(); group++) {
            INDArray ofImage = fresh(image);
            INDArray result = fresh(kernel);
            INDArray in = copied(x, image, group);
            INDArray upstream = copied(grad, steps, group);
            call("conv2d_bp", List.of(ofImage, result), List.of(in, weights(w, group), upstream));
            sheet.copy(result, weights(w, group));
        }
        return sheet.kernel();
    }

    private void call(String name, List<INDArray> results, List<INDArray> inputs) {
        Window rows = filter.rows();
        Window columns = filter.columns();
        sheet.call(
                name,
                results,
                inputs,
                rows.kernel(),
                columns.kernel(),
                rows.stride(),
                columns.stride(),
                rows.pad(),
                columns.pad(),
                rows.dilation(),
                columns.dilation(),
                0,
                0,
                FILTERS_FIRST);
    }

    private INDArray copied(Buffer from, long[] dims, int group) {
        INDArray result = fresh(dims);
        sheet.copy(part(from, dims, group), result);
        return result;
    }

    /** The channels of a group in a batch of images. */
    private INDArray part(Buffer of, long[] dims, int group) {
        long plane = dims[2] * dims[3];
        long all = dims[1] * plane * filter.groups();
        return of.shaped(group * dims[1] * plane, dims, new long[] {all, plane, dims[3], 1});
    }

    private INDArray weights(Buffer w, int group) {
        long plane = kernel[2] * kernel[3];
        long each = kernel[1] * plane;
        return w.shaped(group * kernel[0] * each, kernel, new long[] {each, plane, kernel[3], 1});
    }

    private INDArray fresh(long[] dims) {
        return sheet.fresh(Shape.of((int) dims[0], (int) dims[1], (int) dims[2], (int) dims[3]))
                .array();
    }
}
