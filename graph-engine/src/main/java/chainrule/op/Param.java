package chainrule.op;

import chainrule.tensor.Tensor;
import java.util.List;
import java.util.Map;

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
        TEXT,
        TENSOR,
        GROUP,
        NODE
    }

    /** How a value is read from a literal, and written as one. */
    private record Codec<T>(Reader<T> reader, Writer<T> writer) {}

    /** What the inspector shows beside a setting: the words of a choice, and a sentence. */
    private record Guide(List<String> choices, String help) {}

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
    private final Codec<T> codec;
    private final Guide guide;

    private Param(String name, Kind kind, T initial, Reader<T> reader, Writer<T> writer) {
        this(name, kind, initial, new Codec<>(reader, writer), new Guide(List.of(), ""));
    }

    private Param(String name, Kind kind, T initial, Codec<T> codec, Guide guide) {
        this.name = name;
        this.kind = kind;
        this.initial = initial;
        this.codec = codec;
        this.guide = guide;
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
        return new Param<>(
                name,
                Kind.CHOICE,
                initial,
                new Codec<>(l -> Literals.choice(l, words), Literal.Text::new),
                new Guide(words, ""));
    }

    /** One of a few words, or a nested list of numbers in place of them. */
    public static Param<Literal> choiceOrTensor(String name, String initial, List<String> choices) {
        List<String> words = List.copyOf(choices);
        return new Param<>(
                name,
                Kind.CHOICE,
                new Literal.Text(initial),
                new Codec<>(l -> Literals.choiceOrTensor(l, words), l -> l),
                new Guide(words, ""));
    }

    /** A whole number from 0 to {@code most}, or one of a few words in place of it. */
    public static Param<Literal> choiceOrInteger(String name, String initial, List<String> choices, long most) {
        List<String> words = List.copyOf(choices);
        return new Param<>(
                name,
                Kind.CHOICE,
                new Literal.Text(initial),
                new Codec<>(l -> Literals.choiceOrInteger(l, words, most), l -> l),
                new Guide(words, ""));
    }

    /** The id of a node type, or an object with {@code type} and {@code settings}: a node inside this one. */
    public static Param<Literal> node(String name, String initial) {
        return new Param<>(name, Kind.NODE, new Literal.Text(initial), Literals::node, l -> l);
    }

    /** Any text, at most a million characters. */
    public static Param<String> text(String name, String initial) {
        return new Param<>(name, Kind.TEXT, initial, Literals::text, Literal.Text::new);
    }

    /** A list of whole numbers; a single number reads as a list of one. */
    public static Param<List<Integer>> integers(String name, List<Integer> initial) {
        return new Param<>(name, Kind.INTEGERS, List.copyOf(initial), Literals::integers, Literals::written);
    }

    /** A number or a nested list of numbers; NaN is refused, infinities are not. */
    public static Param<Tensor> tensor(String name, Tensor initial) {
        return new Param<>(name, Kind.TENSOR, initial, Literals::tensor, Literals::written);
    }

    /** Values by name. */
    public static Param<Literal.Group> group(String name) {
        return new Param<>(name, Kind.GROUP, new Literal.Group(Map.of()), Literals::group, v -> v);
    }

    /** This setting under another name, which begins as settings have it. */
    public Param<T> as(String other, Settings settings) {
        T begun = initial;
        try {
            begun = settings.read(this);
        } catch (SettingProblem unread) {
            begun = initial;
        }
        return new Param<>(other, kind, begun, codec, guide);
    }

    /** This setting with a sentence that explains it. */
    public Param<T> explained(String sentence) {
        return new Param<>(name, kind, initial, codec, new Guide(guide.choices(), sentence));
    }

    /** This setting where {@code null} in a file stands for the initial value. */
    public Param<T> orNull() {
        Reader<T> reader =
                l -> l instanceof Literal.Nothing ? initial : codec.reader().read(l);
        return new Param<>(name, kind, initial, new Codec<>(reader, codec.writer()), guide);
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
        return guide.choices();
    }

    /** The sentence that explains it, in the language of the moment. */
    public String help() {
        return Reading.setting(guide.help());
    }

    /**
     * The value that a literal stands for.
     *
     * @throws SettingProblem where it stands for none
     */
    public T read(Literal literal) throws SettingProblem {
        return codec.reader().read(literal);
    }

    public Literal write(T value) {
        return codec.writer().write(value);
    }

    @Override
    public String toString() {
        return name;
    }
}
