package chainrule.benchmark.pytorch;

import chainrule.benchmark.Numbers;
import chainrule.benchmark.Served;
import chainrule.benchmark.Workload;
import java.io.IOException;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** PyTorch as it trains: a module's forward pass, its autograd, and its own optimiser. */
public final class Main {
    private Main() {}

    /** The word is the number of threads. */
    public static void main(String[] words) throws IOException {
        torch.set_num_threads(Integer.parseInt(words[words.length - 1]));
        Served.run((folder, name) -> open(name, Numbers.read(folder.resolve(name + ".bin"))));
    }

    private static Workload open(String name, Map<String, Numbers> numbers) {
        Sources sources = new Sources(numbers);
        Module module = Modules.named(name, sources);
        TensorVector trained = new TensorVector(sources.trained().toArray(Tensor[]::new));
        SGD optimizer = new SGD(trained, new SGDOptions(Modules.rate(name)));
        return new Workload() {
            @Override
            public double step() {
                try (PointerScope scope = new PointerScope()) {
                    optimizer.zero_grad();
                    Tensor loss = module.loss();
                    loss.backward();
                    optimizer.step();
                    return loss.item_float();
                }
            }

            @Override
            public void close() {
                optimizer.close();
            }
        };
    }

    /** A forward pass from its sources to the loss. */
    @FunctionalInterface
    interface Module {
        Tensor loss();
    }
}
