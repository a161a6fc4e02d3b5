package chainrule.benchmark.pytorch;

import chainrule.benchmark.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The tensors that a workload begins with, by the names of its nodes. */
final class Sources {
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final List<Tensor> trained = new ArrayList<>();

    Sources(Map<String, Numbers> numbers) {
        numbers.forEach((name, n) -> {
            Tensor tensor = AbstractTensor.create(n.elements(), n.dims());
            if (n.trained()) {
                tensor.requires_grad_(true);
                trained.add(tensor);
            }
            tensors.put(name, tensor);
        });
    }

    Tensor get(String name) {
        return Objects.requireNonNull(tensors.get(name), name);
    }

    /** Class numbers, which PyTorch wants as integers. */
    Tensor classes(String name) {
        return get(name).to(torch.ScalarType.Long);
    }

    List<Tensor> trained() {
        return trained;
    }
}
