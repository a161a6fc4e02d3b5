package chainrule.editor.canvas;

import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;

/**
 * A tensor as rows and columns: a vector is one row, further axes are stacked above each other.
 *
 * @param rows of the whole tensor
 * @param columns of the whole tensor
 */
record NumberGrid(int rows, int columns) {
    /** Most rows and columns that an unfolded card shows. */
    static final int MOST = 8;

    static NumberGrid of(Shape shape) {
        int columns = shape.isScalar() ? 1 : shape.dim(-1);
        return new NumberGrid(Math.toIntExact(shape.size() / columns), columns);
    }

    int shownRows() {
        return Math.min(rows, MOST);
    }

    int shownColumns() {
        return Math.min(columns, MOST);
    }

    boolean whole() {
        return rows <= MOST && columns <= MOST;
    }

    double at(Tensor tensor, int row, int column) {
        return tensor.at(row * columns + column);
    }
}
