package chainrule.catalog;

import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Nodes computed by their definition: one thread, doubles, a loop for each axis. What several outputs give is joined in
 * their order, as a {@link Trial} joins them.
 */
final class PlainLoops {
    /** What a node gives, and the gradient of each input under a cotangent of all that it gives. */
    record Result(double[] value, Map<String, double[]> gradients) {}

    /** A node computed from its inputs and a cotangent. */
    interface Node {
        Result computed(Map<String, Tensor> inputs, double[] cotangent);
    }

    /** A batch of matrices by the usual rule; a factor may be read across. */
    private record Factor(double[] numbers, int rows, int columns, boolean across) {
        double at(int offset, int row, int column) {
            return numbers[offset + (across ? column * rows + row : row * columns + column)];
        }

        Factor transposed() {
            return new Factor(numbers, columns, rows, !across);
        }
    }

    private PlainLoops() {}

    /** A convolution with 3×3 kernels, stride 1 and a border of one zero. */
    static Result conv2d(Map<String, Tensor> in, double[] up) {
        Shape shape = in.get("x").shape();
        int channels = shape.dim(1);
        int side = shape.dim(2);
        double[] x = in.get("x").toArray();
        double[] w = in.get("W").toArray();
        double[] b = in.get("b").toArray();
        double[] y = new double[up.length];
        double[] dx = new double[x.length];
        double[] dw = new double[w.length];
        double[] db = new double[b.length];
        for (int out = 0; out < up.length; out++) {
            int filter = out / (side * side) % b.length;
            int image = out / (side * side) / b.length;
            y[out] += b[filter];
            db[filter] += up[out];
            for (int tap = 0; tap < channels * 9; tap++) {
                int row = out / side % side + tap / 3 % 3 - 1;
                int column = out % side + tap % 3 - 1;
                if (row >= 0 && row < side && column >= 0 && column < side) {
                    int from = ((image * channels + tap / 9) * side + row) * side + column;
                    int weight = filter * channels * 9 + tap;
                    y[out] += x[from] * w[weight];
                    dx[from] += up[out] * w[weight];
                    dw[weight] += up[out] * x[from];
                }
            }
        }
        return new Result(y, gradients("x", dx, "W", dw, "b", db));
    }

    /** The largest of each 2×2 window. */
    static Result maxPool2d(Map<String, Tensor> in, double[] up) {
        int side = in.get("x").shape().dim(-1);
        double[] x = in.get("x").toArray();
        double[] y = new double[up.length];
        double[] dx = new double[x.length];
        for (int out = 0; out < up.length; out++) {
            int half = side / 2;
            int corner = out / half * 2 * side + out % half * 2;
            int winner = corner;
            for (int at : new int[] {corner + 1, corner + side, corner + side + 1}) {
                winner = x[at] > x[winner] ? at : winner;
            }
            y[out] = x[winner];
            dx[winner] += up[out];
        }
        return new Result(y, gradients("x", dx));
    }

    /** Rows of a table. */
    static Result embedding(Map<String, Tensor> in, double[] up) {
        int width = in.get("table").shape().dim(1);
        double[] table = in.get("table").toArray();
        double[] y = new double[up.length];
        double[] dt = new double[table.length];
        for (int i = 0; i < up.length; i++) {
            int from = (int) in.get("index").at(i / width) * width + i % width;
            y[i] = table[from];
            dt[from] += up[i];
        }
        return new Result(y, gradients("table", dt));
    }

    /** One step of an LSTM: h, c, i, f, g, o. */
    static Result lstmCell(Map<String, Tensor> in, double[] up) {
        Factor x = matrix(in, "x");
        Factor h = matrix(in, "h");
        Factor wx = matrix(in, "Wx");
        Factor wh = matrix(in, "Wh");
        int size = x.rows() * h.columns();
        double[] z = sum(product(x, wx.transposed(), 1), product(h, wh.transposed(), 1));
        double[] value = new double[6 * size];
        double[] dz = new double[z.length];
        double[] dc = new double[size];
        double[] db = new double[4 * h.columns()];
        for (int at = 0; at < size; at++) {
            int column = at % h.columns();
            int start = at / h.columns() * db.length + column;
            double[] gate = new double[4];
            for (int k = 0; k < 4; k++) {
                double sum = z[start + k * h.columns()] + in.get("b").at(k * h.columns() + column);
                gate[k] = k == 2 ? Math.tanh(sum) : 1 / (1 + Math.exp(-sum));
            }
            double[] upstream = new double[6];
            for (int k = 0; k < 6; k++) {
                upstream[k] = up[k * size + at];
            }
            double[] delta = lstmUnit(gate, in.get("c").at(at), upstream);
            for (int k = 0; k < 6; k++) {
                value[k * size + at] = upstream[k];
            }
            dc[at] = delta[4];
            for (int k = 0; k < 4; k++) {
                dz[start + k * h.columns()] = delta[k];
                db[k * h.columns() + column] += delta[k];
            }
        }
        Factor delta = new Factor(dz, x.rows(), db.length, false);
        double[] dwx = product(delta.transposed(), x, 1);
        double[] dwh = product(delta.transposed(), h, 1);
        return new Result(
                value,
                gradients(
                        "x",
                        product(delta, wx, 1),
                        "h",
                        product(delta, wh, 1),
                        "c",
                        dc,
                        "Wx",
                        dwx,
                        "Wh",
                        dwh,
                        "b",
                        db));
    }

    /** The gradients of the four sums and of the old cell; what arrives at the six outputs gives way to their values. */
    private static double[] lstmUnit(double[] gate, double c, double[] outputs) {
        double[] up = outputs.clone();
        double cell = gate[1] * c + gate[0] * gate[2];
        double squashed = Math.tanh(cell);
        double dcell = up[1] + up[0] * gate[3] * (1 - squashed * squashed);
        double[] dgate = {up[2] + dcell * gate[2], up[3] + dcell * c, up[4] + dcell * gate[0], up[5] + up[0] * squashed
        };
        double[] delta = new double[5];
        for (int k = 0; k < 4; k++) {
            delta[k] = dgate[k] * (k == 2 ? 1 - gate[k] * gate[k] : gate[k] * (1 - gate[k]));
        }
        delta[4] = dcell * gate[1];
        System.arraycopy(new double[] {gate[3] * squashed, cell, gate[0], gate[1], gate[2], gate[3]}, 0, outputs, 0, 6);
        return delta;
    }

    /** Scaled dot-product attention of a batch: the blend, then the weights. */
    static Result attention(Map<String, Tensor> in, double[] up) {
        int batch = in.get("Q").shape().dim(0);
        Factor q = matrix(in, "Q");
        Factor k = matrix(in, "K");
        Factor v = matrix(in, "V");
        double scale = 1 / Math.sqrt(q.columns());
        double[] scores = product(q, k.transposed(), batch);
        softmax(scores, k.rows(), scale);
        Factor weights = new Factor(scores, q.rows(), k.rows(), false);
        double[] blend = product(weights, v, batch);
        Factor upstream = new Factor(Arrays.copyOf(up, blend.length), q.rows(), v.columns(), false);
        double[] da = sum(product(upstream, v.transposed(), batch), Arrays.copyOfRange(up, blend.length, up.length));
        for (int row = 0; row < da.length; row += k.rows()) {
            double mean = 0;
            for (int i = row; i < row + k.rows(); i++) {
                mean += da[i] * scores[i];
            }
            for (int i = row; i < row + k.rows(); i++) {
                da[i] = scale * scores[i] * (da[i] - mean);
            }
        }
        Factor delta = new Factor(da, q.rows(), k.rows(), false);
        double[] value = Arrays.copyOf(blend, up.length);
        System.arraycopy(scores, 0, value, blend.length, scores.length);
        return new Result(
                value,
                gradients(
                        "Q", product(delta, k, batch),
                        "K", product(delta.transposed(), q, batch),
                        "V", product(weights.transposed(), upstream, batch)));
    }

    private static void softmax(double[] scores, int length, double scale) {
        for (int row = 0; row < scores.length; row += length) {
            double sum = 0;
            for (int i = row; i < row + length; i++) {
                scores[i] = Math.exp(scale * scores[i]);
                sum += scores[i];
            }
            for (int i = row; i < row + length; i++) {
                scores[i] /= sum;
            }
        }
    }

    private static Factor matrix(Map<String, Tensor> in, String slot) {
        Shape shape = in.get(slot).shape();
        return new Factor(in.get(slot).toArray(), shape.dim(-2), shape.dim(-1), false);
    }

    private static double[] product(Factor a, Factor b, int batch) {
        double[] c = new double[batch * a.rows() * b.columns()];
        for (int at = 0; at < c.length; at++) {
            int matrix = at / (a.rows() * b.columns());
            for (int k = 0; k < a.columns(); k++) {
                c[at] += a.at(matrix * a.rows() * a.columns(), at / b.columns() % a.rows(), k)
                        * b.at(matrix * b.rows() * b.columns(), k, at % b.columns());
            }
        }
        return c;
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, i -> a[i] + b[i]);
        return sum;
    }

    private static Map<String, double[]> gradients(Object... slots) {
        Map<String, double[]> result = new LinkedHashMap<>();
        for (int i = 0; i < slots.length; i += 2) {
            result.put((String) slots[i], (double[]) slots[i + 1]);
        }
        return result;
    }
}
