package chainrule.op;

import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One setting of a node type: its name, its initial value, what it may be, and how it is read.
 *
 * @param <T> the type that rules read
 */
public final class Param<T> {
    /** Which editor a setting needs. */
    public enum Kind {
        NUMBER,
        INTEGER,
        FLAG,
        CHOICE,
        INTEGERS,
        TENSOR
    }

    /** Turns a literal into a value or says why not. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Literal literal) throws SettingProblem;
    }

    /** Turns a value into the literal that a file holds. */
    @FunctionalInterface
    interface Writer<T> {
        Literal write(T value);
    }

    private final String name;
    private final Kind kind;
    private final T initial;
    private final Reader<T> reader;
    private final Writer<T> writer;
    private final List<String> choices;
    private final String help;

    private Param(String name, Kind kind, T initial, Reader<T> reader, Writer<T> writer) {
        this(name, kind, initial, reader, writer, List.of(), "");
    }

    private Param(
            String name, Kind kind, T initial, Reader<T> reader, Writer<T> writer, List<String> choices, String help) {
        this.name = name;
        this.kind = kind;
        this.initial = initial;
        this.reader = reader;
        this.writer = writer;
        this.choices = choices;
        this.help = help;
    }

    /** A finite number. */
    public static Param<Double> number(String name, double initial) {
        return number(name, initial, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** A finite number from {@code least} to {@code most}, both included. */
    public static Param<Double> number(String name, double initial, double least, double most) {
        return new Param<>(
                name, Kind.NUMBER, initial, l -> Literals.number(l, least, most), v -> new Literal.Number(v));
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    public static Param<Long> integer(String name, long initial, long least, long most) {
        return new Param<>(
                name, Kind.INTEGER, initial, l -> Literals.integer(l, least, most), v -> new Literal.Number(v));
    }

    public static Param<Boolean> flag(String name, boolean initial) {
        return new Param<>(name, Kind.FLAG, initial, Literals::flag, Literal.Flag::new);
    }

    /** One of a few words. */
    public static Param<String> choice(String name, String initial, List<String> choices) {
        List<String> words = List.copyOf(choices);
        return new Param<>(name, Kind.CHOICE, initial, l -> Literals.choice(l, words), Literal.Text::new, words, "");
    }

    /** A list of whole numbers; a single number reads as a list of one. */
    public static Param<List<Integer>> integers(String name, List<Integer> initial) {
        return new Param<>(name, Kind.INTEGERS, List.copyOf(initial), Literals::integers, Literals::written);
    }

    /** A number or a nested list of numbers; NaN is refused, infinities are not. */
    public static Param<Tensor> tensor(String name, Tensor initial) {
        return new Param<>(name, Kind.TENSOR, initial, Literals::tensor, Literals::written);
    }

    /** This setting with a sentence that explains it. */
    public Param<T> explained(String sentence) {
        return new Param<>(name, kind, initial, reader, writer, choices, sentence);
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    public T initial() {
        return initial;
    }

    /** The words a choice has; empty for other kinds. */
    public List<String> choices() {
        return choices;
    }

    public String help() {
        return help;
    }

    /**
     * The value that a literal stands for.
     *
     * @throws SettingProblem where it stands for none
     */
    public T read(Literal literal) throws SettingProblem {
        return reader.read(literal);
    }

    public Literal write(T value) {
        return writer.write(value);
    }

    @Override
    public String toString() {
        return name;
    }

    /** How literals become values; every refusal says what the value is and what it should be. */
    static final class Literals {
        private Literals() {}

        static double number(Literal literal, double least, double most) throws SettingProblem {
            double value = plain(literal, "a number");
            if (!Double.isFinite(value)) {
                throw new SettingProblem("is " + shown(value) + ": it should be a finite number");
            }
            if (value < least || value > most) {
                throw new SettingProblem("is " + shown(value) + ": it should be " + range(least, most));
            }
            return value;
        }

        static long integer(Literal literal, long least, long most) throws SettingProblem {
            double value = plain(literal, "a whole number");
            if (value != Math.rint(value) || Math.abs(value) > 1L << 53) {
                throw new SettingProblem("is " + shown(value) + ": it should be a whole number");
            }
            if (value < least || value > most) {
                throw new SettingProblem("is " + shown(value) + ": it should be " + range(least, most));
            }
            return (long) value;
        }

        static boolean flag(Literal literal) throws SettingProblem {
            if (literal instanceof Literal.Flag flag) {
                return flag.value();
            }
            throw new SettingProblem("is " + described(literal) + ": it should be true or false");
        }

        static String choice(Literal literal, List<String> words) throws SettingProblem {
            if (literal instanceof Literal.Text text && words.contains(text.value())) {
                return text.value();
            }
            throw new SettingProblem("is " + described(literal) + ": it should be one of " + String.join(", ", words));
        }

        static List<Integer> integers(Literal literal) throws SettingProblem {
            if (literal instanceof Literal.Nothing) {
                return List.of();
            }
            double[] values;
            if (literal instanceof Literal.Numbers numbers
                    && numbers.value().shape().rank() <= 1) {
                values = numbers.value().toArray();
            } else {
                values = new double[] {plain(literal, "a list of whole numbers")};
            }
            List<Integer> result = new ArrayList<>();
            for (double value : values) {
                if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
                    throw new SettingProblem("holds " + shown(value) + ": it should be a list of whole numbers");
                }
                result.add((int) value);
            }
            return List.copyOf(result);
        }

        static Tensor tensor(Literal literal) throws SettingProblem {
            Tensor value = literal instanceof Literal.Numbers numbers
                    ? numbers.value()
                    : Tensor.scalar(plain(literal, "a number or a nested list of numbers"));
            for (int i = 0; i < value.size(); i++) {
                if (Double.isNaN(value.at(i))) {
                    throw new SettingProblem("holds NaN at element " + i + ": every element should be a number");
                }
            }
            return value;
        }

        static Literal written(List<Integer> values) {
            return values.isEmpty()
                    ? new Literal.Nothing()
                    : new Literal.Numbers(Tensor.vector(
                            values.stream().mapToDouble(Integer::doubleValue).toArray()));
        }

        static Literal written(Tensor value) {
            return value.shape().isScalar() ? new Literal.Number(value.item()) : new Literal.Numbers(value);
        }

        private static double plain(Literal literal, String wanted) throws SettingProblem {
            if (literal instanceof Literal.Number number) {
                return number.value();
            }
            throw new SettingProblem("is " + described(literal) + ": it should be " + wanted);
        }

        private static String described(Literal literal) {
            if (literal instanceof Literal.Number number) {
                return shown(number.value());
            } else if (literal instanceof Literal.Flag flag) {
                return Boolean.toString(flag.value());
            } else if (literal instanceof Literal.Text text) {
                return "“" + text.value() + "”";
            } else if (literal instanceof Literal.Numbers numbers) {
                return "a list of " + numbers.value().shape();
            } else if (literal instanceof Literal.Words) {
                return "a list of words";
            } else if (literal instanceof Literal.Odd odd) {
                return odd.why();
            }
            return "empty";
        }

        private static String shown(double value) {
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? String.format(Locale.ROOT, "%d", (long) value)
                    : Double.toString(value);
        }

        private static String range(double least, double most) {
            if (most == Double.POSITIVE_INFINITY || most >= Integer.MAX_VALUE) {
                return "at least " + shown(least);
            }
            return least == Double.NEGATIVE_INFINITY
                    ? "at most " + shown(most)
                    : "from " + shown(least) + " to " + shown(most);
        }
    }
}
