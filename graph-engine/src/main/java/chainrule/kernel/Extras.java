package chainrule.kernel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Arrays that operations need beside buffers: positions, truth values, sums in double. Freed with their memory. */
final class Extras implements AutoCloseable {
    private final List<INDArray> owned = new ArrayList<>();
    private final Map<DataType, Map<Long, List<INDArray>>> free = new EnumMap<>(DataType.class);
    private long bytes;

    /** An array of zeros. */
    INDArray array(DataType type, long... dims) {
        return keep(Nd4j.create(type, dims));
    }

    /** Whole numbers as a vector. */
    INDArray positions(int... values) {
        return keep(Nd4j.createFromArray(values));
    }

    /** A number of rank 0. */
    INDArray number(DataType type, double value) {
        return keep(Nd4j.scalar(type, value));
    }

    /** Begins to lend arrays. */
    Loan loan() {
        return new Loan();
    }

    /** Arrays that nobody else gets until the loan ends; what stands in them holds no longer than that. */
    final class Loan {
        private final List<INDArray> lent = new ArrayList<>();

        /** A vector, of which nothing is known. */
        INDArray array(DataType type, long length) {
            List<INDArray> idle = idle(type, length);
            INDArray result = idle.isEmpty() ? Extras.this.array(type, length) : idle.remove(idle.size() - 1);
            lent.add(result);
            return result;
        }

        void end() {
            lent.forEach(array -> idle(array.dataType(), array.length()).add(array));
            lent.clear();
        }

        private List<INDArray> idle(DataType type, long length) {
            return free.computeIfAbsent(type, t -> new HashMap<>()).computeIfAbsent(length, n -> new ArrayList<>());
        }
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        owned.forEach(INDArray::close);
        owned.clear();
        free.clear();
        bytes = 0;
    }

    private INDArray keep(INDArray array) {
        owned.add(array);
        bytes += array.length() * array.dataType().width();
        return array;
    }
}
