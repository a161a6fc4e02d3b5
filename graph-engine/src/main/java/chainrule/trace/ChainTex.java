package chainrule.trace;

import chainrule.exec.ExecutionPlan;
import chainrule.graph.Slot;
import chainrule.graph.Source;
import chainrule.tensor.Digits;
import chainrule.tensor.Shape;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The chain rule as LaTeX, with the graph's own names: what a paper would print. */
public final class ChainTex {
    private static final int DIGITS = 4;
    private static final Pattern INDEXED = Pattern.compile("(\\p{L})([0-9]*)");

    private final ExecutionPlan plan;

    public ChainTex(ExecutionPlan plan) {
        this.plan = plan;
    }

    /** The rule of an edge without numbers: {@code \bar{b} \mathrel{+}= \bar{c} \cdot \frac{∂c}{∂b}}. */
    public String rule(Slot slot) {
        Source from = plan.feeding(slot);
        boolean several = plan.contributions().getOrDefault(from, List.of()).size() > 1;
        String products = Paths.outputs(plan, slot.node()).stream()
                .map(output -> bar(output) + " \\cdot " + slope(output, from))
                .collect(Collectors.joining(" + "));
        return bar(from) + (several ? " \\mathrel{+}= " : " = ") + products;
    }

    /** The rule of a line with its numbers put in, or its shapes. */
    public String line(ChainLine line) {
        return rule(line.slot()) + (line.isOfNumbers() ? " = " : "\\,,\\quad ") + filled(line);
    }

    /** The factors of a line as numbers, and what they make: {@code 2 \cdot 1 = 2}; shapes where they are tensors. */
    public String filled(ChainLine line) {
        return line.isOfNumbers()
                ? line.terms().stream()
                                .map(term -> factor(term.upstream().item()) + " \\cdot " + factor(local(term)))
                                .collect(Collectors.joining(" + "))
                        + " = " + number(line.gradient().item())
                : line.terms().stream().map(this::shapes).collect(Collectors.joining(" + ")) + " \\;\\to\\; "
                        + shape(line.gradient().shape());
    }

    /** The product along a path: {@code \frac{∂e}{∂d} \cdot \frac{∂d}{∂b}}, with its numbers where it has some. */
    public String path(PathProduct path) {
        return String.join(" ", pathInParts(path));
    }

    /** The product along a path, factor by factor: a long one can be broken before each part. */
    public List<String> pathInParts(PathProduct path) {
        List<PathProduct.Factor> factors = new ArrayList<>(path.factors());
        Collections.reverse(factors);
        List<String> parts = new ArrayList<>();
        for (PathProduct.Factor factor : factors) {
            Paths.Hop hop = factor.hop();
            parts.add((parts.isEmpty() ? "" : "\\cdot ") + slope(hop.output(), plan.feeding(hop.slot())));
        }
        if (path.isOfNumbers() && !factors.isEmpty()) {
            String sign = "= ";
            for (PathProduct.Factor factor : factors) {
                Double local = factor.local();
                parts.add(sign + (local == null ? "" : factor(local)));
                sign = "\\cdot ";
            }
            parts.add("= " + number(path.contribution().item()));
        }
        return parts;
    }

    /** A name as mathematics has it: one letter and an index, or upright letters. */
    public String name(Source source) {
        boolean first = plan.first(source.node()).equals(source);
        String name = source.node().last() + (first ? "" : "." + source.port());
        Matcher indexed = INDEXED.matcher(name);
        if (indexed.matches()) {
            return indexed.group(1) + (indexed.group(2).isEmpty() ? "" : "_{" + indexed.group(2) + "}");
        }
        return "\\mathrm{" + name.replace("_", "\\_") + "}";
    }

    private String bar(Source source) {
        String name = name(source);
        int index = name.indexOf("_{");
        if (name.startsWith("\\mathrm")) {
            return "\\overline{" + name + "}";
        }
        return index < 0 ? "\\bar{" + name + "}" : "\\bar{" + name.substring(0, index) + "}" + name.substring(index);
    }

    private String slope(Source output, Source input) {
        return "\\frac{\\partial " + name(output) + "}{\\partial " + name(input) + "}";
    }

    private String shapes(ChainLine.Term term) {
        String upstream = shape(term.upstream().shape());
        Tensor local = term.local();
        return local == null ? upstream : upstream + " \\cdot " + shape(local.shape());
    }

    private static double local(ChainLine.Term term) {
        Tensor local = term.local();
        return local == null ? Double.NaN : local.item();
    }

    private static String shape(Shape shape) {
        return shape.isScalar() ? "1" : shape.toString().replace("×", " \\times ");
    }

    private static String factor(double value) {
        return value < 0 ? "(" + number(value) + ")" : number(value);
    }

    private static String number(double value) {
        String text = Digits.significant(value, DIGITS).replace("−", "-").replace("∞", "\\infty");
        if (Double.isNaN(value)) {
            return "\\mathrm{NaN}";
        }
        int exponent = text.indexOf('e');
        return exponent < 0 ? text : text.substring(0, exponent) + " \\cdot 10^{" + text.substring(exponent + 1) + "}";
    }
}
