package chainrule.op;

import chainrule.language.Phrases;
import chainrule.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How literals become values; every refusal says what the value is and what it should be. */
final class Literals {
    private static final Phrases WORDS = Phrases.of(Literals.class);
    private static final int MOST_CHARACTERS = 1_000_000;

    private Literals() {}

    static double number(Literal literal, double least, double most) throws SettingProblem {
        double value = plain(literal, "literals.number");
        if (!Double.isFinite(value)) {
            throw new SettingProblem(
                    WORDS.text("literals.isItShouldBe", shown(value), WORDS.text("literals.finiteNumber")));
        }
        if (value < least || value > most) {
            throw new SettingProblem(WORDS.text("literals.isItShouldBe", shown(value), range(value, least, most)));
        }
        return value;
    }

    static long integer(Literal literal, long least, long most) throws SettingProblem {
        double value = plain(literal, "literals.wholeNumber");
        if (value != Math.rint(value) || Math.abs(value) > 1L << 53) {
            throw new SettingProblem(
                    WORDS.text("literals.isItShouldBe", shown(value), WORDS.text("literals.wholeNumber")));
        }
        if (value < least || value > most) {
            throw new SettingProblem(WORDS.text("literals.isItShouldBe", shown(value), range(value, least, most)));
        }
        return (long) value;
    }

    static boolean flag(Literal literal) throws SettingProblem {
        if (literal instanceof Literal.Flag flag) {
            return flag.value();
        }
        throw new SettingProblem(
                WORDS.text("literals.isItShouldBe", described(literal), WORDS.text("literals.trueOrFalse")));
    }

    static String choice(Literal literal, List<String> words) throws SettingProblem {
        if (literal instanceof Literal.Text text && words.contains(text.value())) {
            return text.value();
        }
        throw new SettingProblem(WORDS.text("literals.one", described(literal), String.join(", ", words)));
    }

    static Literal choiceOrTensor(Literal literal, List<String> words) throws SettingProblem {
        if (literal instanceof Literal.Numbers) {
            return new Literal.Numbers(tensor(literal));
        }
        if (literal instanceof Literal.Text text && words.contains(text.value())) {
            return text;
        }
        throw new SettingProblem(WORDS.text("literals.oneOrListNumbers", described(literal), String.join(", ", words)));
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
        throw new SettingProblem(
                WORDS.text("literals.isItShouldBe", described(literal), WORDS.text("literals.nameNodeTypeOrObject")));
    }

    static String text(Literal literal) throws SettingProblem {
        if (!(literal instanceof Literal.Text text)) {
            throw new SettingProblem(
                    WORDS.text("literals.isItShouldBe", described(literal), WORDS.text("literals.text")));
        }
        if (text.value().length() > MOST_CHARACTERS) {
            throw new SettingProblem(
                    WORDS.text("literals.charactersHaveAtMost", text.value().length(), MOST_CHARACTERS));
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
            values = new double[] {plain(literal, "literals.listWholeNumbers")};
        }
        List<Integer> result = new ArrayList<>();
        for (double value : values) {
            if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
                throw new SettingProblem(WORDS.text("literals.holdsListWholeNumbers", shown(value)));
            }
            result.add((int) value);
        }
        return List.copyOf(result);
    }

    static Tensor tensor(Literal literal) throws SettingProblem {
        Tensor value = literal instanceof Literal.Numbers numbers
                ? numbers.value()
                : Tensor.scalar(plain(literal, "literals.numberOrNestedListNumbers"));
        for (int i = 0; i < value.size(); i++) {
            if (Double.isNaN(value.at(i))) {
                throw new SettingProblem(WORDS.text("literals.holdsNanAtElementEvery", i));
            }
        }
        return value;
    }

    static Literal.Group group(Literal literal) throws SettingProblem {
        if (literal instanceof Literal.Group group) {
            return group;
        }
        throw new SettingProblem(
                WORDS.text("literals.isItShouldBe", described(literal), WORDS.text("literals.objectNamesValues")));
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
        throw new SettingProblem(WORDS.text("literals.isItShouldBe", described(literal), WORDS.text(wanted)));
    }

    private static String described(Literal literal) {
        if (literal instanceof Literal.Number number) {
            return shown(number.value());
        } else if (literal instanceof Literal.Flag flag) {
            return Boolean.toString(flag.value());
        } else if (literal instanceof Literal.Text text) {
            return "“" + text.value() + "”";
        } else if (literal instanceof Literal.Numbers numbers) {
            return WORDS.text("literals.list", numbers.value().shape());
        } else if (literal instanceof Literal.Words words) {
            return words.value().isEmpty() ? WORDS.text("literals.emptyList") : WORDS.text("literals.listWords");
        } else if (literal instanceof Literal.Group) {
            return WORDS.text("literals.object");
        } else if (literal instanceof Literal.Odd odd) {
            return odd.why();
        }
        return WORDS.text("literals.empty");
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
            return WORDS.text("literals.above0");
        } else if (value < least && open) {
            return WORDS.text("literals.atLeast", shown(least));
        } else if (open) {
            return WORDS.text("literals.atMost", shown(most));
        }
        return WORDS.text("literals.from", shown(least), shown(most));
    }
}
