package chainrule.op;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings of one node that differ from its type's initial values, as literals in the order of the file.
 *
 * @param literals by setting name; also names that the type does not know
 */
public record Settings(Map<String, Literal> literals) {
    private static final Settings NONE = new Settings(Map.of());

    public Settings {
        literals = Collections.unmodifiableMap(new LinkedHashMap<>(literals));
    }

    public static Settings none() {
        return NONE;
    }

    /** Settings with one value. */
    public static <T> Settings of(Param<T> param, T value) {
        return none().with(param, value);
    }

    /** These settings with another value. */
    public <T> Settings with(Param<T> param, T value) {
        return with(param.name(), param.write(value));
    }

    /** These settings with another literal, whatever it is. */
    public Settings with(String name, Literal literal) {
        Map<String, Literal> copy = new LinkedHashMap<>(literals);
        copy.put(name, literal);
        return new Settings(copy);
    }

    /** These settings with a number under a name. */
    public Settings with(String name, double value) {
        return with(name, new Literal.Number(value));
    }

    /** These settings with a list of whole numbers under a name. */
    public Settings with(String name, List<Integer> values) {
        return with(name, Literals.written(values));
    }

    /** These settings with a word under a name. */
    public Settings with(String name, String word) {
        return with(name, new Literal.Text(word));
    }

    /** These settings with one back at its initial value. */
    public Settings without(String name) {
        Map<String, Literal> copy = new LinkedHashMap<>(literals);
        copy.remove(name);
        return new Settings(copy);
    }

    public boolean has(Param<?> param) {
        return literals.containsKey(param.name());
    }

    /**
     * The value of a setting, or its initial one where none is given.
     *
     * @throws SettingProblem where what is given cannot be used
     */
    public <T> T read(Param<T> param) throws SettingProblem {
        Literal literal = literals.get(param.name());
        return literal == null ? param.initial() : param.read(literal);
    }

    /** The value of a setting that validation has already read once. */
    public <T> T get(Param<T> param) {
        try {
            return read(param);
        } catch (SettingProblem problem) {
            throw new IllegalStateException(param.name() + " " + problem.predicate(), problem);
        }
    }
}
