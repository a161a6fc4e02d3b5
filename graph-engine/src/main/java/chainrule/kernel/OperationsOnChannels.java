package chainrule.kernel;

import chainrule.tensor.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Normalisation by channel as operations on a batch × channels × size array. */
final class OperationsOnChannels {
    private final Worksheet sheet;
    private final Planes planes;
    private final Shape all;
    private final Shape each;

    OperationsOnChannels(Worksheet sheet, Planes planes) {
        this.sheet = sheet;
        this.planes = planes;
        this.all = Shape.of(planes.batch(), planes.channels(), planes.size());
        this.each = Shape.of(1, planes.channels(), 1);
    }

    Kernel moments(Buffer x, Buffer mean, Buffer variance) {
        Term in = sheet.read(x, all);
        Term centre = sum(in).over(planes.each());
        Term spread = sum(in.minus(centre).squared()).over(planes.each());
        write(centre, each, mean);
        write(spread, each, variance);
        return sheet.kernel();
    }

    Kernel normalise(Normalising of, @Nullable Buffer beta, Buffer y) {
        Term scaled = normal(of).times(channel(of.gamma()));
        write(beta == null ? scaled : scaled.plus(channel(beta)), all, y);
        return sheet.kernel();
    }

    Kernel sums(Normalising of, Buffer grad, @Nullable Buffer sum, @Nullable Buffer products) {
        Term direction = sheet.read(grad, all);
        if (sum != null) {
            write(sum(direction), each, sum);
        }
        if (products != null) {
            write(sum(normal(of).times(direction)), each, products);
        }
        return sheet.kernel();
    }

    /**
     * @param parts a and b
     */
    Kernel change(Normalising of, Buffer direction, List<Buffer> parts, Buffer result) {
        Term factor = channel(of.gamma()).times(channel(of.factor()));
        Term away = channel(parts.get(0)).plus(normal(of).times(channel(parts.get(1))));
        write(sheet.read(direction, all).minus(away).times(factor), all, result);
        return sheet.kernel();
    }

    private Term normal(Normalising of) {
        return sheet.read(of.x(), all).minus(channel(of.centre())).times(channel(of.factor()));
    }

    private Term channel(Buffer buffer) {
        return sheet.read(buffer, each);
    }

    private Term sum(Term x) {
        return sheet.sum(x, 0, 2);
    }

    private void write(Term x, Shape as, Buffer to) {
        sheet.copy(x.array(), to.shaped(as));
    }
}
