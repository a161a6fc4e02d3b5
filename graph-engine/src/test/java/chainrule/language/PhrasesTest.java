package chainrule.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private static final Phrases WORDS = Phrases.of(PhrasesTest.class);

    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

    @BeforeEach
    void speakEnglish() {
        Language.ENGLISH.speak();
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    @Test
    void theLanguageCanChangeWhileTheProgramRuns() {
        assertThat(WORDS.text("greeting", "a")).isEqualTo("Good day, a");
        Language.GERMAN.speak();
        assertThat(WORDS.text("greeting", "a")).isEqualTo("Schönen Tag, a");
        assertThat(Language.current()).isEqualTo(Language.GERMAN);
    }

    @Test
    void whereThereAreNoWordsTheyAreEnglish() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.FRENCH);
        assertThat(Language.current()).isEqualTo(Language.ENGLISH);
        assertThat(WORDS.text("greeting", "a")).isEqualTo("Good day, a");
        assertThat(Language.of(new Locale("de", "AT"))).isEqualTo(Language.GERMAN);
    }

    @Test
    void aTextWithoutFillingIsLeftAsItIs() {
        assertThat(WORDS.text("share")).isEqualTo("50 % of all");
    }

    @Test
    void oneThingIsCountedInTheSingular() {
        assertThat(WORDS.count("nodes", 1, "b")).isEqualTo("1 node in b");
        assertThat(WORDS.count("nodes", 1234, "b")).isEqualTo("1234 nodes in b");
    }

    @Test
    void anUnknownKeyIsAFault() {
        assertThatThrownBy(() -> WORDS.text("nothing"))
                .isInstanceOf(MissingResourceException.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void germanIsLaidOverEnglishWhereThereIsSome() {
        assertThat(WORDS.over("Good day", "greeting")).isEqualTo("Good day");
        Language.GERMAN.speak();
        assertThat(WORDS.over("Good day", "greeting")).startsWith("Schönen Tag");
        assertThat(WORDS.over("Good night", "night")).isEqualTo("Good night");
        assertThat(WORDS.over("", "greeting")).isEmpty();
        assertThat(Phrases.of(PhrasesTest.class, "Nowhere").over("Good night", "night"))
                .isEqualTo("Good night");
    }
}
