package chainrule.op.attention;

import static chainrule.op.attention.MultiHead.WO;

import chainrule.kernel.Buffer;
import chainrule.kernel.Kernel;
import chainrule.kernel.Matrix;
import chainrule.kernel.Walk;
import chainrule.op.Binding;
import chainrule.op.attention.MultiHead.Projected;
import chainrule.tensor.Shape;

/** The rules of multi-head attention, bound to one use of it: projections, heads, and the mixing of heads. */
final class Heads {
    private final Binding k;
    private final DotProduct attention;
    private final Shape perHead;

    Heads(Binding k) {
        this.k = k;
        Buffer queries = k.saved(Projected.QUERIES.heads());
        this.perHead = queries.shape();
        DotProduct.Buffers buffers = new DotProduct.Buffers(
                queries,
                k.saved(Projected.KEYS.heads()),
                k.saved(Projected.VALUES.heads()),
                k.saved(MultiHead.WEIGHTS));
        this.attention = new DotProduct(k, buffers, perHead.dim(0), DotProduct.scale(perHead.dim(-1)));
    }

    Kernel forward() {
        Buffer allowed = k.scratch(k.saved(MultiHead.WEIGHTS).shape());
        Mask.write(k.settings(), perHead.dim(-2), allowed.shape().dim(-1), allowed);
        Buffer blends = k.scratch(perHead);
        Buffer joined = k.saved(MultiHead.JOINED);
        return Kernel.sequence(
                projected(Projected.QUERIES),
                projected(Projected.KEYS),
                projected(Projected.VALUES),
                attention.forward(allowed, blends),
                join(blends, joined),
                k.gemm(rows(joined), rows(k.in(WO)).transpose(), rows(k.out())));
    }

    Kernel pullInput(Projected p) {
        Buffer delta = k.scratch(k.shape(p.input()));
        return Kernel.sequence(pull(p, delta), k.gemm(rows(delta), rows(k.in(p.weights())), rows(k.result())));
    }

    Kernel pullWeights(Projected p) {
        Buffer delta = k.scratch(k.shape(p.input()));
        return Kernel.sequence(
                pull(p, delta), k.gemm(rows(delta).transpose(), rows(k.in(p.input())), rows(k.result())));
    }

    Kernel pullMixer() {
        return k.gemm(rows(k.grad()).transpose(), rows(k.saved(MultiHead.JOINED)), rows(k.result()));
    }

    Kernel pushInput(Projected p) {
        Buffer moved = k.scratch(k.shape(p.input()));
        return Kernel.sequence(
                k.gemm(rows(k.grad()), rows(k.in(p.weights())).transpose(), rows(moved)), push(p, moved));
    }

    Kernel pushWeights(Projected p) {
        Buffer moved = k.scratch(k.shape(p.input()));
        return Kernel.sequence(k.gemm(rows(k.in(p.input())), rows(k.grad()).transpose(), rows(moved)), push(p, moved));
    }

    Kernel pushMixer() {
        return k.gemm(rows(k.saved(MultiHead.JOINED)), rows(k.grad()).transpose(), rows(k.result()));
    }

    /** The gradient of a projection. */
    private Kernel pull(Projected p, Buffer delta) {
        Buffer joined = k.scratch(k.out().shape());
        Buffer blends = k.scratch(perHead);
        Buffer noWeights = k.scratch(k.saved(MultiHead.WEIGHTS).shape());
        Buffer heads = k.scratch(k.saved(p.heads()).shape());
        return Kernel.sequence(
                k.gemm(rows(k.grad()), rows(k.in(WO)), rows(joined)),
                split(joined, blends),
                attention.pull(p.side(), blends, noWeights, heads),
                join(heads, delta));
    }

    /** From the tangent of a projection to that of the output. */
    private Kernel push(Projected p, Buffer moved) {
        Buffer heads = k.scratch(k.saved(p.heads()).shape());
        Buffer weights = k.scratch(k.saved(MultiHead.WEIGHTS).shape());
        Buffer blends = k.scratch(perHead);
        Buffer joined = k.scratch(k.out().shape());
        return Kernel.sequence(
                split(moved, heads),
                attention.push(p.side(), heads, weights, blends),
                join(blends, joined),
                k.gemm(rows(joined), rows(k.in(WO)).transpose(), rows(k.result())));
    }

    private Kernel projected(Projected p) {
        Buffer all = k.scratch(k.shape(p.input()));
        return Kernel.sequence(
                k.gemm(rows(k.in(p.input())), rows(k.in(p.weights())).transpose(), rows(all)),
                split(all, k.saved(p.heads())));
    }

    /** Cuts the width of each position into heads. */
    private Kernel split(Buffer whole, Buffer heads) {
        return k.gather(whole, positions(whole.shape()), heads);
    }

    /** Puts the heads of each position beside each other. */
    private Kernel join(Buffer heads, Buffer whole) {
        return k.place(heads, positions(whole.shape()), whole);
    }

    /** Where each element of the heads lies in the whole. */
    private int[] positions(Shape whole) {
        int heads = MultiHead.heads(k);
        int rows = whole.dim(-2);
        int width = whole.dim(-1);
        Shape apart = Shape.of(Positions.count(whole), heads, rows, width / heads);
        long[] strides = {(long) rows * width, width / heads, width, 1};
        return Walk.positions(apart, strides, 0);
    }

    private static Matrix rows(Buffer buffer) {
        int columns = buffer.shape().dim(-1);
        return Matrix.of(buffer, buffer.size() / columns, columns);
    }
}
