package chainrule.benchmark.pytorch;

import static org.bytedeco.pytorch.global.torch.relu;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** A stem and two residual blocks with batch norm. */
final class Residual implements Main.Module {
    private final Sources sources;
    private final Tensor labels;
    private final Map<String, TensorOptional> running = new HashMap<>();

    Residual(Sources sources) {
        this.sources = sources;
        this.labels = sources.classes("labels");
        for (int i = 0; i < 5; i++) {
            Tensor gamma = sources.get("gamma" + i).detach();
            running.put("mean" + i, new TensorOptional(torch.zeros_like(gamma)));
            running.put("var" + i, new TensorOptional(torch.ones_like(gamma)));
        }
    }

    @Override
    public Tensor loss() {
        Tensor h = relu(normal("0", sources.get("x")));
        for (int block = 1; block <= 2; block++) {
            Tensor y = relu(normal(String.valueOf(2 * block - 1), h));
            h = relu(normal(String.valueOf(2 * block), y).add(h));
        }
        Tensor pooled = torch.adaptive_avg_pool2d(h, 1, 1).flatten(1, -1);
        return torch.cross_entropy(Modules.dense(sources, "1", pooled), labels);
    }

    private Tensor normal(String number, Tensor x) {
        long[] one = {1};
        Tensor y = torch.conv2d(x, sources.get("K" + number), new TensorOptional(), one, one, one, 1);
        return torch.batch_norm(
                y,
                new TensorOptional(sources.get("gamma" + number)),
                new TensorOptional(sources.get("beta" + number)),
                running.get("mean" + number),
                running.get("var" + number),
                true,
                0.1,
                1e-5,
                false);
    }
}
