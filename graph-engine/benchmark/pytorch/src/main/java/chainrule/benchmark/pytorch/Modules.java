package chainrule.benchmark.pytorch;

import static org.bytedeco.pytorch.global.torch.binary_cross_entropy;
import static org.bytedeco.pytorch.global.torch.cross_entropy;
import static org.bytedeco.pytorch.global.torch.linear;
import static org.bytedeco.pytorch.global.torch.mse_loss;
import static org.bytedeco.pytorch.global.torch.relu;

import chainrule.benchmark.pytorch.Main.Module;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** The workloads as a PyTorch user would write them. */
final class Modules {
    private Modules() {}

    static Module named(String name, Sources s) {
        if (name.startsWith("fan-")) {
            return fan(s, size(name));
        }
        return switch (name) {
            case "w1-neuron" -> neuron(s);
            case "w2-xor-mlp" -> xor(s);
            case "w3-mlp" -> mlp(s);
            case "w4-lenet" -> lenet(s);
            case "w5-lstm" -> new Recurrent(s);
            case "w6-resnet" -> new Residual(s);
            case "w7-attention" -> attention(s);
            default -> chain(s, size(name));
        };
    }

    static double rate(String name) {
        return switch (name) {
            case "w1-neuron", "w2-xor-mlp", "w7-attention" -> 0.5;
            case "w3-mlp", "w4-lenet", "w6-resnet" -> 0.05;
            default -> name.startsWith("fan-") ? 1e-6 : 0.1;
        };
    }

    static Tensor dense(Sources s, String number, Tensor x) {
        return linear(x, s.get("W" + number), optional(s.get("b" + number)));
    }

    private static int size(String name) {
        return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
    }

    private static Module neuron(Sources s) {
        return () -> mse_loss(s.get("x").dot(s.get("w")).add(s.get("b")).sigmoid(), s.get("t"));
    }

    private static Module xor(Sources s) {
        return () -> binary_cross_entropy(
                dense(s, "2", dense(s, "1", s.get("x")).tanh()).sigmoid(), s.get("t"));
    }

    private static Module mlp(Sources s) {
        Tensor labels = s.classes("labels");
        return () -> cross_entropy(dense(s, "3", relu(dense(s, "2", relu(dense(s, "1", s.get("x")))))), labels);
    }

    private static Module lenet(Sources s) {
        Tensor labels = s.classes("labels");
        return () -> {
            Tensor h = pooled(relu(convolved(s, "1", s.get("x"), 2)));
            h = pooled(relu(convolved(s, "2", h, 0))).flatten(1, -1);
            return cross_entropy(dense(s, "3", relu(dense(s, "2", relu(dense(s, "1", h))))), labels);
        };
    }

    private static Module attention(Sources s) {
        return () -> {
            Tensor x = s.get("x");
            Tensor mixed = torch.scaled_dot_product_attention(
                    linear(x, s.get("Wq")), linear(x, s.get("Wk")), linear(x, s.get("Wv")));
            return mse_loss(linear(mixed, s.get("Wo")), s.get("t"));
        };
    }

    private static Module chain(Sources s, int length) {
        return () -> {
            Tensor h = s.get("x");
            for (int i = 0; i < length; i++) {
                h = h.tanh();
            }
            return h;
        };
    }

    private static Module fan(Sources s, int width) {
        return () -> {
            List<Tensor> all = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                all.add(s.get("x").tanh());
            }
            return torch.stack(new TensorVector(all.toArray(Tensor[]::new))).sum();
        };
    }

    private static Tensor convolved(Sources s, String number, Tensor x, long pad) {
        return torch.conv2d(
                x,
                s.get("K" + number),
                optional(s.get("c" + number)),
                new long[] {1},
                new long[] {pad},
                new long[] {1},
                1);
    }

    private static Tensor pooled(Tensor x) {
        return torch.max_pool2d(x, 2, 2);
    }

    private static org.bytedeco.pytorch.TensorOptional optional(Tensor tensor) {
        return new org.bytedeco.pytorch.TensorOptional(tensor);
    }
}
