package chainrule.language;

import java.util.Locale;
import java.util.stream.Stream;

/** A language in which everything can be read. Which one it is now is the display locale of the running program. */
public enum Language {
    ENGLISH(Locale.ENGLISH, "English"),
    GERMAN(Locale.GERMAN, "Deutsch");

    private final Locale locale;
    private final String title;

    Language(Locale locale, String title) {
        this.locale = locale;
        this.title = title;
    }

    /** What its readers call it. */
    public String title() {
        return title;
    }

    /** Two letters, as ISO 639 has them. */
    public String code() {
        return locale.getLanguage();
    }

    /** The language of a place; English where there are no words in its own. */
    public static Language of(Locale place) {
        return Stream.of(values())
                .filter(language -> language.code().equals(place.getLanguage()))
                .findFirst()
                .orElse(ENGLISH);
    }

    /** What everything is read in now. */
    public static Language current() {
        return of(Locale.getDefault(Locale.Category.DISPLAY));
    }

    /** From now on everything is read in this one; what has been read before stays as it was. */
    public void speak() {
        Locale.setDefault(Locale.Category.DISPLAY, locale);
    }

    Locale locale() {
        return locale;
    }
}
