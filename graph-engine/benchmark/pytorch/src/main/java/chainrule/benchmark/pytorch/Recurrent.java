package chainrule.benchmark.pytorch;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** One LSTM layer over a sequence, and a dense layer on its last state. */
final class Recurrent implements Main.Module {
    private final Sources sources;
    private final Tensor labels;
    private final TensorVector start;
    private final TensorVector weights;

    Recurrent(Sources sources) {
        this.sources = sources;
        this.labels = sources.classes("labels");
        Tensor h = sources.get("h0").unsqueeze(0);
        Tensor c = sources.get("c0").unsqueeze(0);
        this.start = new TensorVector(h, c);
        // PyTorch adds two biases; the second stays zero.
        Tensor none = torch.zeros_like(sources.get("b").detach());
        this.weights = new TensorVector(sources.get("Wx"), sources.get("Wh"), sources.get("b"), none);
    }

    @Override
    public Tensor loss() {
        Tensor last = torch.lstm(sources.get("x"), start, weights, true, 1, 0, true, false, true)
                .get1()
                .squeeze(0);
        return torch.cross_entropy(Modules.dense(sources, "1", last), labels);
    }
}
