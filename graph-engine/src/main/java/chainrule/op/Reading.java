package chainrule.op;

import chainrule.language.Language;
import chainrule.language.Phrases;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How what a node type says is read in the language of the moment. The English stands in the file of the type; another
 * language is laid over it by the bundles in {@code help}: one for each shelf, where keys are the id of a type and the
 * part of its help, one for the settings and one for the words in formulas, where a key is the English with {@code _}
 * between its words, and {@code shelves}. What is missing there is English.
 */
final class Reading {
    private static final String FOLDER = "help.";

    private Reading() {}

    static String shelf(Category shelf, String english) {
        return Phrases.of(Reading.class, FOLDER + "shelves").over(english, shelf.name());
    }

    static String setting(String english) {
        return english.isEmpty() ? english : settings().over(english, key(english));
    }

    static String label(NodeTypeBuilder type) {
        return words(type).over(type.label.get(), type.id + ".label");
    }

    static Help help(NodeTypeBuilder type) {
        Help english = type.help.get();
        if (Language.current() == Language.ENGLISH) {
            return english;
        }
        Phrases words = words(type);
        return new Help(
                words.over(english.summary(), type.id + ".summary"),
                words.over(english.history(), type.id + ".history"),
                words.over(english.use(), type.id + ".use"),
                words.over(english.limits(), type.id + ".limits"),
                words.over(english.example(), type.id + ".example"),
                words.over(english.source(), type.id + ".source"),
                synonyms(type, english, words));
    }

    /** The words of another language, then the English ones: a search finds a type by both. */
    private static List<String> synonyms(NodeTypeBuilder type, Help english, Phrases words) {
        String others = words.over(type.label.get(), type.id + ".synonyms");
        return Stream.of(Stream.of(others.split(", ", 0)), english.synonyms().stream(), Stream.of(type.label.get()))
                .flatMap(each -> each)
                .distinct()
                .collect(Collectors.toUnmodifiableList());
    }

    /** A formula with the words in it, as in {@code x where x > 0, else 0}; its symbols stay. */
    static String formula(String english) {
        if (Language.current() == Language.ENGLISH) {
            return english;
        }
        Phrases words = Phrases.of(Reading.class, FOLDER + "formulas");
        String any = words.keys().stream()
                .map(key -> Pattern.quote(key.replace('_', ' ')))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .collect(Collectors.joining("|", "(?<!\\p{L})(?:", ")(?!\\p{L})"));
        return Pattern.compile(any)
                .matcher(english)
                .replaceAll(found -> Matcher.quoteReplacement(
                        words.over(found.group(), found.group().replace(' ', '_'))));
    }

    /** An English sentence as a key: its letters and digits, {@code _} for what is between them. */
    static String key(String english) {
        return english.replaceAll("[^\\p{Alnum}]+", "_").replaceAll("^_|_$", "");
    }

    private static Phrases settings() {
        return Phrases.of(Reading.class, FOLDER + "settings");
    }

    private static Phrases words(NodeTypeBuilder type) {
        return Phrases.of(Reading.class, FOLDER + type.category.name().toLowerCase(Locale.ROOT));
    }
}
