package chainrule.kernel;

import chainrule.tensor.Shape;
import java.util.Arrays;

/** Pooling by operations: the places of every window side by side, one window a row. */
final class OperationsOnWindows {
    private final Worksheet sheet;
    private final int area;
    private final int[] places;
    private final Shape windows;
    private final Shape single;

    OperationsOnWindows(Worksheet sheet, Pooling pooling) {
        this.sheet = sheet.ofLanes(pooling.area());
        this.area = pooling.area();
        int[] one = pooling.places(-1);
        this.places = new int[Math.multiplyExact(one.length, pooling.planes())];
        for (int i = 0; i < places.length; i++) {
            int place = one[i % one.length];
            places[i] = place < 0 ? -1 : Math.addExact(place, i / one.length * pooling.plane());
        }
        int count = places.length / area;
        this.windows = Shape.of(count, area);
        this.single = Shape.of(count, 1);
    }

    Kernel takeLargest(Buffer x, Buffer from, Buffer y) {
        Truth winner = winners(x);
        Term largest = winner.choose(read(from), 0).sum();
        sheet.copy(largest.array(), y.shaped(single));
        return sheet.kernel();
    }

    Kernel giveLargest(Buffer x, Buffer grad, Buffer result) {
        scatter(winners(x).choose(sheet.read(grad, single), 0), result);
        return sheet.kernel();
    }

    Kernel mean(Buffer x, Buffer y) {
        sheet.copy(read(x).sum().over(area).array(), y.shaped(single));
        return sheet.kernel();
    }

    Kernel meanBack(Buffer grad, Buffer result) {
        scatter(sheet.spread(sheet.read(grad, single).over(area), windows), result);
        return sheet.kernel();
    }

    /** For each window the place of its largest element: the last that is no number, else the first of the largest. */
    private Truth winners(Buffer x) {
        Term all = read(x);
        Term order = all.places();
        Term inside = inside();
        Truth number = all.equal(all);
        Term odd = number.choose(-1, order);
        Term lastOdd = odd.most();
        Term kept = inside.equal(0).choose(Double.NEGATIVE_INFINITY, number.choose(all, 0));
        Truth best = kept.equal(kept.most());
        Term rank = inside.times(best.counted());
        Term first = rank.equal(0).choose(area, order).least();
        return order.equal(lastOdd.below(0).choose(first, lastOdd));
    }

    private Term read(Buffer from) {
        Shape flat = Shape.of(Math.toIntExact(from.size()));
        return Operations.gathered(sheet, sheet.read(from, flat), places, windows);
    }

    /** 1 at places inside the plane, 0 in the border. */
    private Term inside() {
        return sheet.constant(
                windows, Arrays.stream(places).mapToDouble(i -> i < 0 ? 0 : 1).toArray());
    }

    private void scatter(Term x, Buffer result) {
        Term flat = new Term(sheet, x.array().reshape('c', new long[] {places.length}), Shape.of(places.length));
        Operations.scatter(sheet, flat, places, result);
    }
}
