package chainrule.benchmark.deeplearning4j;

import chainrule.benchmark.Numbers;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The numbers that a workload begins with, as ND4J arrays, by the names of its nodes. */
record Arrays(Map<String, Numbers> numbers) {
    boolean has(String name) {
        return numbers.containsKey(name);
    }

    INDArray get(String name) {
        Numbers found = Objects.requireNonNull(numbers.get(name), name);
        return found.dims().length == 0
                ? Nd4j.scalar(found.elements()[0])
                : Nd4j.createFromArray(found.elements()).reshape('c', found.dims());
    }

    /** A matrix as inputs × outputs, which ND4J's layers have the other way round. */
    INDArray across(String name) {
        return get(name).transpose().dup('c');
    }

    /** A row of zeros with a one for each class number. */
    INDArray oneHot(String name, int classes) {
        float[] labels = Objects.requireNonNull(numbers.get(name), name).elements();
        INDArray result = Nd4j.zeros(DataType.FLOAT, labels.length, classes);
        for (int i = 0; i < labels.length; i++) {
            result.putScalar(i, (long) labels[i], 1);
        }
        return result;
    }
}
