package chainrule.editor.inspector;

import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.function.Consumer;
import javax.swing.table.AbstractTableModel;

/** One slice of a tensor as rows and columns; a vector is one row. */
final class SliceModel extends AbstractTableModel {
    private static final long serialVersionUID = 1;

    private final transient Consumer<Tensor> edited;
    private transient Tensor tensor = Tensor.vector(0);
    private int slice;

    SliceModel(Consumer<Tensor> edited) {
        this.edited = edited;
    }

    void show(Tensor changed, int chosen) {
        tensor = changed;
        slice = Math.max(0, chosen);
        fireTableDataChanged();
    }

    void choose(int chosen) {
        show(tensor, chosen);
    }

    int slice() {
        return slice;
    }

    @Override
    public int getRowCount() {
        return tensor.shape().rank() < 2 ? 1 : tensor.shape().dim(-2);
    }

    @Override
    public int getColumnCount() {
        return tensor.shape().isScalar() ? 1 : tensor.shape().dim(-1);
    }

    @Override
    public Object getValueAt(int row, int column) {
        return tensor.at(position(row, column));
    }

    @Override
    public boolean isCellEditable(int row, int column) {
        return true;
    }

    @Override
    public void setValueAt(Object value, int row, int column) {
        if (value instanceof Double number && number != tensor.at(position(row, column))) {
            tensor = tensor.with(position(row, column), number);
            fireTableCellUpdated(row, column);
            edited.accept(tensor);
        }
    }

    /** Some rows and columns of the slice. */
    Tensor block(int row, int column, int rows, int columns) {
        double[] elements = new double[rows * columns];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = tensor.at(position(row + i / columns, column + i % columns));
        }
        return Tensor.of(Shape.of(rows, columns), elements);
    }

    /** The tensor with a block put at a place of this slice, longer along its last two axes where the block needs it. */
    Tensor pasted(Tensor block, int row, int column) {
        int rows = Math.max(getRowCount(), row + block.shape().dim(0));
        int columns = Math.max(getColumnCount(), column + block.shape().dim(1));
        Tensor grown = ShapeText.grown(tensor, rows, columns);
        double[] elements = grown.toArray();
        int base = slice * rows * columns;
        for (int i = 0; i < block.size(); i++) {
            int r = row + i / block.shape().dim(1);
            int c = column + i % block.shape().dim(1);
            elements[base + r * columns + c] = block.at(i);
        }
        return Tensor.of(grown.shape(), elements);
    }

    private int position(int row, int column) {
        return (slice * getRowCount() + row) * getColumnCount() + column;
    }
}
