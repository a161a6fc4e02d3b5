package chainrule.trace;

import chainrule.graph.Edge;
import chainrule.language.Phrases;
import chainrule.op.Formula;
import chainrule.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A derivative rule that is a product of two matrices: which shapes meet, and why one of them is transposed. */
final class MatrixRule {
    private static final Phrases WORDS = Phrases.of(MatrixRule.class);
    private static final Pattern PRODUCT = Pattern.compile("(\\S+) = (\\S+?)(ᵀ?) (\\S+?)(ᵀ?)");

    private MatrixRule() {}

    /** A matrix as the product takes it: transposed where {@code turned}. */
    private record Operand(String name, Shape shape, boolean turned) {
        /** The sizes that it can have as a matrix: a vector is a row or a column, leading axes are stacked or left out. */
        List<Grid> grids() {
            List<Grid> all = new ArrayList<>();
            int last = shape.isScalar() ? 1 : shape.dim(-1);
            int rest = Math.toIntExact(shape.size() / last);
            all.add(new Grid(rest, last));
            if (shape.rank() == 1) {
                all.add(new Grid(last, 1));
            } else if (shape.rank() > 2) {
                all.add(new Grid(shape.dim(-2), last));
            }
            return turned ? all.stream().map(Grid::turned).toList() : all;
        }

        String text() {
            return name + (turned ? "ᵀ" : "");
        }
    }

    /** Rows and columns. */
    private record Grid(int rows, int columns) {
        int size() {
            return rows * columns;
        }

        Grid turned() {
            return new Grid(columns, rows);
        }

        @Override
        public String toString() {
            return rows + "×" + columns;
        }
    }

    /** Two matrices that fit, and what comes out. */
    private record Fit(Grid left, Grid right, Grid out) {}

    /**
     * The rule of a line; empty where it is no product of two matrices.
     *
     * @param formula the rule in the port names of its node: {@code Ā = Ȳ Bᵀ}
     */
    static Optional<TensorWords> of(ChainLine line, String formula, List<Edge> into, Map<String, Shape> shapes) {
        Matcher matcher = PRODUCT.matcher(formula);
        if (line.terms().size() != 1 || !matcher.matches()) {
            return Optional.empty();
        }
        ChainLine.Term term = line.terms().get(0);
        Map<String, Operand> known = new HashMap<>();
        String consumer = term.output().node().last();
        put(known, Formula.bar("y"), Formula.bar(consumer), term.upstream().shape());
        for (Edge edge : into) {
            Shape shape = shapes.get(edge.to().port());
            if (shape != null) {
                put(known, edge.to().port(), edge.from().node().last(), shape);
            }
        }
        Operand left = operand(known, matcher.group(2), matcher.group(3));
        Operand right = operand(known, matcher.group(4), matcher.group(5));
        if (left == null || right == null) {
            return Optional.empty();
        }
        Operand out = new Operand(
                Formula.bar(line.from().node().last()), line.gradient().shape(), false);
        return fit(left, right, out).map(fit -> told(left, right, out, fit));
    }

    private static TensorWords told(Operand left, Operand right, Operand out, Fit fit) {
        String formula = "%s = %s %s".formatted(out.name, left.text(), right.text());
        String shapes = "%s = %s · %s".formatted(fit.out, fit.left, fit.right);
        return new TensorWords(formula, shapes, why(left, right, out, fit));
    }

    private static String why(Operand left, Operand right, Operand out, Fit fit) {
        String shape = WORDS.text("matrixRule.productShapeThatWants", out.name, fit.out);
        if ((right.turned && fit.right.size() == 1) || (left.turned && fit.left.size() == 1)) {
            return WORDS.text(
                    "matrixRule.transposingSingleNumberChangesNothing", right.turned ? right.name : left.name, shape);
        } else if (right.turned) {
            return WORDS.text(
                    "matrixRule.turned",
                    right.name,
                    fit.right.turned(),
                    fit.right,
                    WORDS.count("matrixRule.rowsMeet", fit.right.rows),
                    WORDS.count("matrixRule.columns", fit.left.columns),
                    left.text(),
                    shape);
        } else if (left.turned) {
            return WORDS.text(
                    "matrixRule.turned",
                    left.name,
                    fit.left.turned(),
                    fit.left,
                    WORDS.count("matrixRule.columnsMeet", fit.left.columns),
                    WORDS.count("matrixRule.rows", fit.right.rows),
                    right.text(),
                    shape);
        }
        return WORDS.text(
                "matrixRule.asTheyAre",
                WORDS.count("matrixRule.columns", fit.left.columns),
                left.name,
                WORDS.count("matrixRule.rows", fit.right.rows),
                right.name,
                shape);
    }

    private static Optional<Fit> fit(Operand left, Operand right, Operand out) {
        for (Grid l : left.grids()) {
            for (Grid r : right.grids()) {
                Grid product = new Grid(l.rows, r.columns);
                if (l.columns == r.rows && out.grids().contains(product)) {
                    return Optional.of(new Fit(l, r, product));
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable Operand operand(Map<String, Operand> known, String symbol, String turned) {
        Operand found = known.get(symbol.toLowerCase(Locale.ROOT));
        return found == null ? null : new Operand(found.name, found.shape, !turned.isEmpty());
    }

    private static void put(Map<String, Operand> known, String symbol, String name, Shape shape) {
        known.put(symbol.toLowerCase(Locale.ROOT), new Operand(name, shape, false));
    }
}
