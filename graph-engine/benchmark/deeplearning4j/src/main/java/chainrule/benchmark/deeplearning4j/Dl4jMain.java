package chainrule.benchmark.deeplearning4j;

import chainrule.benchmark.Numbers;
import chainrule.benchmark.Served;
import chainrule.benchmark.Workload;
import java.io.IOException;
import org.nd4j.linalg.dataset.DataSet;

/** DL4J as it trains: a network that is fitted to the same batch in every step. */
public final class Dl4jMain {
    private Dl4jMain() {}

    public static void main(String[] words) throws IOException {
        Served.run((folder, name) -> open(name, new Arrays(Numbers.read(folder.resolve(name + ".bin")))));
    }

    private static Workload open(String name, Arrays arrays) {
        Networks.Task task = Networks.named(name, arrays);
        DataSet batch = new DataSet(task.features(), task.labels());
        return new Workload() {
            @Override
            public double step() {
                task.network().fit(batch);
                return task.network().score();
            }

            @Override
            public void close() {
                task.network().clear();
            }
        };
    }
}
