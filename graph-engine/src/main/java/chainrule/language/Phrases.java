package chainrule.language;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of a package, by their keys, in the {@linkplain Language#current() language} of the moment: the bundle
 * {@code Words} beside it. Asked again each time, since the language can change while the program runs: a text belongs in
 * no static field.
 */
public final class Phrases {
    private static final ResourceBundle.Control ENGLISH_OTHERWISE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String bundle;
    private final ClassLoader loader;

    private Phrases(String bundle, ClassLoader loader) {
        this.bundle = bundle;
        this.loader = loader;
    }

    /** The words of the package of a class. */
    public static Phrases of(Class<?> user) {
        return new Phrases(user.getPackageName() + ".Words", user.getClassLoader());
    }

    /** The words of a bundle of another name in or below the package of a class. */
    public static Phrases of(Class<?> user, String bundle) {
        return new Phrases(user.getPackageName() + "." + bundle, user.getClassLoader());
    }

    /**
     * The text of a key in the language of the moment where it is not English and has such a text, else the English one,
     * for which no bundle is opened.
     */
    public String over(String english, String key) {
        if (english.isEmpty() || Language.current() == Language.ENGLISH) {
            return english;
        }
        try {
            return bundle().getString(key);
        } catch (MissingResourceException none) {
            return english;
        }
    }

    /**
     * The keys of all texts there are in the language of the moment.
     *
     * @throws java.util.MissingResourceException where there are none
     */
    public Set<String> keys() {
        return bundle().keySet();
    }

    /**
     * A text with its places filled in, as {@link String#format} does; numbers look the same in every language.
     *
     * @throws java.util.MissingResourceException where there is no text of that key
     */
    public String text(String key, @Nullable Object... filling) {
        String text = bundle().getString(key);
        return filling.length == 0 ? text : String.format(Locale.ROOT, text, filling);
    }

    /** The text {@code key.one} for one thing, else {@code key.many}; the number comes first among what is filled in. */
    public String count(String key, long number, @Nullable Object... filling) {
        @Nullable Object[] all = new @Nullable Object[filling.length + 1];
        all[0] = number;
        System.arraycopy(filling, 0, all, 1, filling.length);
        return text(key + (number == 1 ? ".one" : ".many"), all);
    }

    private ResourceBundle bundle() {
        return ResourceBundle.getBundle(bundle, Language.current().locale(), loader, ENGLISH_OTHERWISE);
    }
}
