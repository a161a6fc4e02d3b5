package chainrule.editor;

import chainrule.language.Language;
import java.util.Locale;
import java.util.Optional;
import java.util.prefs.Preferences;
import java.util.stream.Stream;
import javax.swing.JComponent;

/** The language of the window: the learner's choice, which is remembered, or the system's. */
final class LanguageChoice {
    private static final String KEY = "language";

    private final Preferences preferences;
    private final Language system;

    LanguageChoice(Preferences preferences) {
        this(preferences, Language.of(Locale.getDefault(Locale.Category.FORMAT)));
    }

    LanguageChoice(Preferences preferences, Language system) {
        this.preferences = preferences;
        this.system = system;
    }

    /** What the learner chose; empty where the system's language is followed. */
    Optional<Language> chosen() {
        String code = preferences.get(KEY, "");
        return Stream.of(Language.values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    /** From now on texts are read in this language. */
    void choose(Language language) {
        preferences.put(KEY, language.code());
        install();
    }

    /** From now on texts are read in the system's language. */
    void followSystem() {
        preferences.remove(KEY);
        install();
    }

    /** Lets texts be read in the language that was chosen before; done before the first window is built. */
    void install() {
        Language language = chosen().orElse(system);
        language.speak();
        JComponent.setDefaultLocale(Locale.forLanguageTag(language.code()));
    }
}
