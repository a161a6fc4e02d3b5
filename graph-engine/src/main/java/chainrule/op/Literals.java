package chainrule.op;

import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How literals become values; every refusal says what the value is and what it should be. */
final class Literals {
    private static final int MOST_CHARACTERS = 1_000_000;

    private Literals() {}

    static double number(Literal literal, double least, double most) throws SettingProblem {
        double value = plain(literal, "a number");
        if (!Double.isFinite(value)) {
            throw new SettingProblem("is " + shown(value) + ": it should be a finite number");
        }
        if (value < least || value > most) {
            throw new SettingProblem("is " + shown(value) + ": it should be " + range(value, least, most));
        }
        return value;
    }

    static long integer(Literal literal, long least, long most) throws SettingProblem {
        double value = plain(literal, "a whole number");
        if (value != Math.rint(value) || Math.abs(value) > 1L << 53) {
            throw new SettingProblem("is " + shown(value) + ": it should be a whole number");
        }
        if (value < least || value > most) {
            throw new SettingProblem("is " + shown(value) + ": it should be " + range(value, least, most));
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

    static Literal choiceOrTensor(Literal literal, List<String> words) throws SettingProblem {
        if (literal instanceof Literal.Numbers) {
            return new Literal.Numbers(tensor(literal));
        }
        if (literal instanceof Literal.Text text && words.contains(text.value())) {
            return text;
        }
        throw new SettingProblem("is " + described(literal) + ": it should be one of " + String.join(", ", words)
                + ", or a list of numbers");
    }

    static Literal choiceOrInteger(Literal literal, List<String> words, long most) throws SettingProblem {
        return literal instanceof Literal.Number
                ? new Literal.Number(integer(literal, 0, most))
                : new Literal.Text(choice(literal, words));
    }

    static Literal node(Literal literal) throws SettingProblem {
        if (literal instanceof Literal.Text) {
            return literal;
        }
        if (literal instanceof Literal.Group group && group.members().get("type") instanceof Literal.Text) {
            Literal settings = group.members().get("settings");
            if (settings == null || settings instanceof Literal.Group) {
                return literal;
            }
        }
        throw new SettingProblem("is " + described(literal)
                + ": it should be the name of a node type, or an object with type and settings");
    }

    static String text(Literal literal) throws SettingProblem {
        if (!(literal instanceof Literal.Text text)) {
            throw new SettingProblem("is " + described(literal) + ": it should be text");
        }
        if (text.value().length() > MOST_CHARACTERS) {
            throw new SettingProblem(
                    "has " + text.value().length() + " characters: it should have at most " + MOST_CHARACTERS);
        }
        return text.value();
    }

    static List<Integer> integers(Literal literal) throws SettingProblem {
        boolean empty = literal instanceof Literal.Words words && words.value().isEmpty();
        if (empty || literal instanceof Literal.Nothing) {
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

    static Literal.Group group(Literal literal) throws SettingProblem {
        if (literal instanceof Literal.Group group) {
            return group;
        }
        throw new SettingProblem("is " + described(literal) + ": it should be an object with names and values");
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
        } else if (literal instanceof Literal.Words words) {
            return words.value().isEmpty() ? "an empty list" : "a list of words";
        } else if (literal instanceof Literal.Group) {
            return "an object";
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

    /** What a number that is too small or too large should be; limits that are only those of memory stay unsaid. */
    private static String range(double value, double least, double most) {
        boolean open = Math.abs(value < least ? most : least) >= Integer.MAX_VALUE;
        if (value < least && least == Double.MIN_VALUE) {
            return "above 0";
        } else if (value < least && open) {
            return "at least " + shown(least);
        } else if (open) {
            return "at most " + shown(most);
        }
        return "from " + shown(least) + " to " + shown(most);
    }
}
