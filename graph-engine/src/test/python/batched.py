"""Writes ../resources/fixtures/batched.json: batched forms of node types, computed with NumPy only.

Nothing here knows a derivative: forwards are written on complex numbers, and a gradient is the imaginary
part that a step of 1e-150 along the imaginary axis leaves in <upstream, output> (exact to rounding).
Run it with any Python 3 and NumPy; the numbers depend on neither.
"""
import itertools
import json
import pathlib

import numpy as np

STEP = 1e-150
random = np.random.RandomState(42)


def draw(*shape):
    return np.round(random.uniform(-1, 1, shape), 4)


def classes(count, *shape):
    return random.randint(0, count, shape).astype(float)


def softmax(s):
    e = np.exp(s - s.real.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


# --- forwards: settings and complex arrays in, a dictionary of outputs out -------------------------------------------


def matmul(p, a, b):
    return {"out": np.matmul(a, b)}


def linear(p, x, W, b):
    return {"out": np.einsum("...d,od->...o", x, W) + b}


def conv(p, x, W, b=None):
    """Any number of space axes, by the definition: one output number at a time."""
    space = W.ndim - 2
    stride, pad, dilation, groups = (p.get(k, d) for k, d in (("stride", 1), ("pad", 0), ("dilation", 1), ("groups", 1)))
    batch = x if x.ndim == space + 2 else x[None]
    batch = np.pad(batch, [(0, 0)] * 2 + [(pad, pad)] * space)
    sides = [(i - dilation * (k - 1) - 1) // stride + 1 for i, k in zip(batch.shape[2:], W.shape[2:])]
    y = np.zeros((batch.shape[0], W.shape[0], *sides), complex)
    per_in, per_out = W.shape[1], W.shape[0] // groups
    for n, o, *at in itertools.product(*map(range, y.shape)):
        group = o // per_out
        for c, *u in itertools.product(*map(range, W.shape[1:])):
            place = tuple(a * stride + k * dilation for a, k in zip(at, u))
            y[(n, o, *at)] += batch[(n, group * per_in + c, *place)] * W[(o, c, *u)]
        if b is not None:
            y[(n, o, *at)] += b[o]
    return {"out": y if x.ndim == space + 2 else y[0]}


def conv_transpose2d(p, x, W, b=None):
    stride, pad, more = p.get("stride", 1), p.get("pad", 0), p.get("output_padding", 0)
    batch = x if x.ndim == 4 else x[None]
    sides = [(i - 1) * stride + k + more for i, k in zip(batch.shape[2:], W.shape[2:])]
    y = np.zeros((batch.shape[0], W.shape[1], *sides), complex)
    for n, c, i, j in itertools.product(*map(range, batch.shape)):
        for o, u, v in itertools.product(*map(range, W.shape[1:])):
            y[n, o, i * stride + u, j * stride + v] += batch[n, c, i, j] * W[c, o, u, v]
    y = y[:, :, pad : sides[0] - pad, pad : sides[1] - pad]
    if b is not None:
        y = y + b[:, None, None]
    return {"out": y if x.ndim == 4 else y[0]}


def pool(space, pick):
    def forward(p, x):
        kernel, pad = p.get("kernel", 2), p.get("pad", 0)
        stride = p.get("stride", kernel)
        batch = x if x.ndim == space + 2 else x[None]
        border = 0 if pick is np.mean else -1e9
        batch = np.pad(batch, [(0, 0)] * 2 + [(pad, pad)] * space, constant_values=border)
        sides = [(i - kernel) // stride + 1 for i in batch.shape[2:]]
        y = np.zeros((*batch.shape[:2], *sides), complex)
        for n, c, *at in itertools.product(*map(range, y.shape)):
            window = batch[(n, c, *(slice(a * stride, a * stride + kernel) for a in at))]
            y[(n, c, *at)] = pick(window)
        return {"out": y if x.ndim == space + 2 else y[0]}

    return forward


def largest(window):
    flat = window.ravel()
    return flat[np.argmax(flat.real)]


def global_avg_pool(p, x):
    return {"out": x.mean((-2, -1))}


def embedding(p, table, index):
    return {"out": table[index.real.astype(int)]}


def rnn_cell(p, x, h, Wxh, Whh, b):
    z = x @ Wxh.T + h @ Whh.T + b
    return {"out": np.tanh(z) if p.get("activation", "tanh") == "tanh" else np.where(z.real > 0, z, 0)}


def lstm_cell(p, x, h, c, Wx, Wh, b):
    i, f, g, o = np.split(x @ Wx.T + h @ Wh.T + b, 4, -1)
    i, f, g, o = sigmoid(i), sigmoid(f), np.tanh(g), sigmoid(o)
    c = f * c + i * g
    return {"h": o * np.tanh(c), "c": c, "i": i, "f": f, "g": g, "o": o}


def gru_cell(p, x, h, Wx, Wh, bx, bh):
    xr, xz, xn = np.split(x @ Wx.T + bx, 3, -1)
    hr, hz, hn = np.split(h @ Wh.T + bh, 3, -1)
    r, z = sigmoid(xr + hr), sigmoid(xz + hz)
    n = np.tanh(xn + r * hn)
    return {"h": (1 - z) * n + z * h, "r": r, "z": z, "n": n}


def attention(p, Q, K, V):
    s = np.einsum("...qd,...kd->...qk", Q, K) * (p.get("scale") or 1 / np.sqrt(Q.shape[-1]))
    mask = p.get("mask")
    if mask is not None:
        seen = np.tril(np.ones(s.shape[-2:])) if isinstance(mask, str) else np.array(mask)
        s = np.where(seen > 0, s, -1e9)
    weights = softmax(s)
    return {"out": weights @ V, "weights": weights}


def additive_attention(p, q, K, V, Wq, Wk, v):
    e = np.tanh((q @ Wq.T)[..., None, :] + K @ Wk.T) @ v
    weights = softmax(e)
    return {"out": np.einsum("...k,...kd->...d", weights, V), "weights": weights}


def multi_head(p, Q, K, V, Wq, Wk, Wv, Wo):
    parts = [np.split(x @ W.T, p["heads"], -1) for x, W in ((Q, Wq), (K, Wk), (V, Wv))]
    heads = [attention({"mask": p.get("mask")}, *head)["out"] for head in zip(*parts)]
    return {"out": np.concatenate(heads, -1) @ Wo.T}


def positional_encoding(p, x):
    t, d = np.arange(x.shape[-2])[:, None], x.shape[-1]
    k = np.arange(d)
    angle = t / 10000.0 ** (2 * (k // 2) / d)
    return {"out": x + np.where(k % 2 == 0, np.sin(angle), np.cos(angle))}


def batch_norm(p, x, gamma, beta):
    axes = tuple(i for i in range(x.ndim) if i != 1)
    wide = (1, -1) + (1,) * (x.ndim - 2)
    centred = x - x.mean(axes, keepdims=True)
    scaled = centred / np.sqrt((centred**2).mean(axes, keepdims=True) + 1e-5)
    return {"out": scaled * gamma.reshape(wide) + beta.reshape(wide)}


def layer_norm(p, x, gamma, beta):
    centred = x - x.mean(-1, keepdims=True)
    return {"out": centred / np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-5) * gamma + beta}


def rms_norm(p, x, gamma):
    return {"out": x / np.sqrt((x**2).mean(-1, keepdims=True) + 1e-5) * gamma}


def cross_entropy(p, logits, target):
    index = target.real.astype(int)[..., None]
    top = logits.real.max(-1, keepdims=True)
    logs = logits - top - np.log(np.exp(logits - top).sum(-1, keepdims=True))
    smooth = p.get("label_smoothing", 0)
    rows = -(1 - smooth) * np.take_along_axis(logs, index, -1)[..., 0] - smooth * logs.mean(-1)
    reduction = p.get("reduction", "mean")
    return {"out": rows if reduction == "none" else rows.sum() if reduction == "sum" else rows.mean()}


# --- cases ----------------------------------------------------------------------------------------------------------

INTEGER = {("embedding", "index"), ("cross_entropy", "class")}


def case(op, forward, params=None, seen=None, **inputs):
    """One record; `seen` names the outputs that a gradient arrives at, where not all."""
    params = params or {}
    names = list(inputs)
    arrays = [np.asarray(inputs[n]) for n in names]
    run = lambda values: forward(params, *[v.astype(complex) for v in values])
    outputs = run(arrays)
    upstream = {k: draw(*np.shape(v)) for k, v in outputs.items() if seen is None or k in seen}
    grads = {}
    for n, name in enumerate(names):
        if (op, name) in INTEGER:
            continue
        grad = np.zeros(arrays[n].shape)
        for at in np.ndindex(*arrays[n].shape):
            moved = [a.astype(complex) for a in arrays]
            moved[n][at] += 1j * STEP
            out = run(moved)
            grad[at] = sum((upstream[k] * out[k].imag).sum() for k in upstream) / STEP
        grads[name] = grad.tolist()
    return {
        "op": op,
        "params": params,
        "inputs": [a.tolist() for a in arrays],
        "in_ports": names,
        "outputs": {k: np.real(v).tolist() for k, v in outputs.items()},
        "upstream": {k: v.tolist() for k, v in upstream.items()},
        "grads": grads,
    }


def cases():
    for a, b in (
        ((3,), (3,)), ((3,), (2, 3, 2)), ((3,), (2, 1, 3, 2)), ((2, 2, 3), (3,)), ((5, 1, 2, 3), (3,)),
        ((5, 2, 3), (3, 2)), ((2, 3), (5, 3, 2)), ((1, 2, 3), (1, 3, 2)), ((2, 2, 3), (2, 3, 1)),
        ((2, 1, 2, 3), (5, 3, 2)), ((1, 2, 3), (2, 5, 3, 1)), ((2, 1, 1, 2), (1, 3, 2, 1)),
    ):  # fmt: skip
        yield case("matmul", matmul, a=draw(*a), b=draw(*b))
    yield case("linear", linear, x=draw(2, 3, 4), W=draw(2, 4), b=draw(2))
    conv2d = {"x": (2, 4, 5, 4), "W": (4, 2, 2, 3), "b": (4,)}
    for params in ({"groups": 2}, {"groups": 2, "stride": 2, "pad": 1}, {"groups": 2, "dilation": 2, "pad": 1}):
        yield case("conv2d", conv, params, **{k: draw(*s) for k, s in conv2d.items()})
    yield case("conv2d", conv, {}, x=draw(5, 1, 3, 3), W=draw(2, 1, 2, 2))
    yield case("conv1d", conv, {"stride": 2, "pad": 1}, x=draw(2, 2, 6), W=draw(3, 2, 3), b=draw(3))
    yield case("conv1d", conv, {"dilation": 2, "groups": 2}, x=draw(2, 2, 6), W=draw(2, 1, 2), b=draw(2))
    yield case("conv_transpose2d", conv_transpose2d, {"stride": 2, "pad": 1, "output_padding": 1},
               x=draw(2, 2, 2, 3), W=draw(2, 3, 3, 3), b=draw(3))  # fmt: skip
    for params in ({}, {"kernel": 3, "stride": 2, "pad": 1}):
        yield case("max_pool2d", pool(2, largest), params, x=draw(2, 2, 4, 5))
        yield case("avg_pool2d", pool(2, np.mean), params, x=draw(2, 2, 4, 5))
    yield case("max_pool1d", pool(1, largest), {"kernel": 3, "stride": 2}, x=draw(2, 2, 7))
    yield case("global_avg_pool", global_avg_pool, x=draw(2, 3, 2, 3))
    yield case("embedding", embedding, table=draw(4, 3), index=classes(4, 2, 3))
    for activation in ("tanh", "relu"):
        yield case("rnn_cell", rnn_cell, {"activation": activation},
                   x=draw(5, 3), h=draw(5, 2), Wxh=draw(2, 3), Whh=draw(2, 2), b=draw(2))  # fmt: skip
    for batch in (1, 2, 5):
        yield case("lstm_cell", lstm_cell,
                   x=draw(batch, 3), h=draw(batch, 2), c=draw(batch, 2), Wx=draw(8, 3), Wh=draw(8, 2), b=draw(8))  # fmt: skip
        yield case("gru_cell", gru_cell,
                   x=draw(batch, 3), h=draw(batch, 2), Wx=draw(6, 3), Wh=draw(6, 2), bx=draw(6), bh=draw(6))  # fmt: skip
    for params in ({}, {"mask": [[1, 0, 1, 0], [0, 1, 1, 1]]}, {"scale": 0.3}):
        yield case("attention", attention, params, Q=draw(2, 2, 3), K=draw(2, 4, 3), V=draw(2, 4, 2))
    yield case("attention", attention, {"mask": "causal"}, Q=draw(5, 3, 2), K=draw(5, 3, 2), V=draw(5, 3, 2))
    yield case("additive_attention", additive_attention,
               q=draw(2, 2), K=draw(2, 3, 2), V=draw(2, 3, 2), Wq=draw(3, 2), Wk=draw(3, 2), v=draw(3))  # fmt: skip
    for params in ({"heads": 2}, {"heads": 1, "mask": "causal"}, {"heads": 4}):
        wide = {k: draw(2, 3, 4) for k in "QKV"}
        yield case("multi_head", multi_head, params, **wide, **{"W" + k: draw(4, 4) for k in "qkvo"})
    yield case("positional_encoding", positional_encoding, x=draw(2, 3, 5))
    for shape in ((5, 2), (2, 3, 4), (2, 2, 2, 3)):
        yield case("batch_norm", batch_norm, x=draw(*shape), gamma=draw(shape[1]), beta=draw(shape[1]))
    yield case("layer_norm", layer_norm, x=draw(2, 3, 4), gamma=draw(4), beta=draw(4))
    yield case("rms_norm", rms_norm, x=draw(2, 3, 4), gamma=draw(4))
    for params in ({}, {"reduction": "none", "label_smoothing": 0.1}, {"reduction": "sum"}):
        yield case("cross_entropy", cross_entropy, params, logits=draw(2, 3, 4), **{"class": classes(4, 2, 3)})


def main():
    counts = {}
    lines = []
    for record in cases():
        counts[record["op"]] = counts.get(record["op"], 0) + 1
        record["id"] = "batched.%s.%d" % (record["op"], counts[record["op"]])
        lines.append(json.dumps(record, separators=(",", ":")))
    target = pathlib.Path(__file__).parent.parent / "resources" / "fixtures" / "batched.json"
    target.write_text("[\n" + ",\n".join(lines) + "\n]\n")


main()
