package chainrule.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word of the window is there in every language, and every key is one that the source asks for. */
class WordsTest {
    private static final List<Path> MODULES =
            List.of(Path.of("."), Path.of("../graph-engine"), Path.of("../presets"), Path.of("../lessons"));
    private static final String ENGLISH = "Words.properties";
    private static final Pattern PLACE = Pattern.compile("%(\\d+\\$)?[-+,.0-9]*[a-zA-Z]");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ASKED = Pattern.compile("WORDS\\s*\\.(text|count)\\(\\s*\"([^\"]+)\"\\s*[,)]");

    static Stream<Path> bundles() {
        return MODULES.stream()
                .map(module -> module.resolve("src/main/resources"))
                .filter(Files::isDirectory)
                .flatMap(WordsTest::files)
                .filter(file -> file.endsWith(ENGLISH));
    }

    @Test
    void thereAreBundles() {
        assertThat(bundles()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void germanHasTheSameKeysAndPlaces(Path english) {
        Properties here = read(english);
        Properties there = read(english.resolveSibling("Words_de.properties"));
        assertThat(there.stringPropertyNames()).isEqualTo(here.stringPropertyNames());
        for (String key : here.stringPropertyNames()) {
            assertThat(there.getProperty(key)).as(key).isNotBlank();
            assertThat(places(there.getProperty(key))).as(key).isEqualTo(places(here.getProperty(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyKeyIsAskedFor(Path english) {
        Set<String> literals = sources(english)
                .flatMap(source -> LITERAL.matcher(source).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        Set<String> keys = read(english).stringPropertyNames();
        assertThat(keys).as("keys of %s that no source asks for", english).allMatch(key -> isAsked(key, literals));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyKeyThatIsAskedForIsThere(Path english) {
        Set<String> keys = read(english).stringPropertyNames();
        Set<String> missing = new TreeSet<>();
        sources(english).flatMap(source -> ASKED.matcher(source).results()).forEach(asked -> {
            boolean counted = asked.group(1).equals("count");
            String key = asked.group(2) + (counted ? ".one" : "");
            if (!keys.contains(key) || (counted && !keys.contains(asked.group(2) + ".many"))) {
                missing.add(asked.group(2));
            }
        });
        assertThat(missing).as("keys that %s has not", english).isEmpty();
    }

    private static boolean isAsked(String key, Set<String> literals) {
        String plain = key.replaceFirst("\\.(one|many)$", "");
        return literals.contains(key)
                || literals.contains(plain)
                || literals.stream().anyMatch(part -> part.endsWith(".") && key.startsWith(part));
    }

    /** What a text lets be filled in: in order of the arguments. */
    private static List<String> places(String text) {
        List<String> places = new ArrayList<>();
        int next = 1;
        for (MatchResult found : PLACE.matcher(text.replace("%%", "")).results().toList()) {
            String index = found.group(1);
            int at = index == null ? next++ : Integer.parseInt(index.substring(0, index.length() - 1));
            places.add(at + found.group().replaceFirst("\\d+\\$", ""));
        }
        return places.stream().sorted().distinct().toList();
    }

    /** The sources of the package of a bundle. */
    private static Stream<String> sources(Path english) {
        Path source = Path.of(english.getParent().toString().replace("resources", "java"));
        try (Stream<Path> files = Files.list(source)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(WordsTest::text).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
