package chainrule.editor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.prefs.Preferences;
import java.util.regex.Pattern;

/** Which version of the program this is, and what is new in it. */
final class News {
    private static final String SEEN = "version";
    private static final Pattern WRAPPED = Pattern.compile("\n {2,}(?=\\S)");

    private News() {}

    /** The number of this version; empty where the build has written none. */
    static String version() {
        Properties properties = new Properties();
        try (InputStream in = News.class.getResourceAsStream("/chainrule/app/version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException unreadable) {
            return "";
        }
        return properties.getProperty("version", "");
    }

    /** Whether another version was started before this one; from now on this one was. */
    static boolean isFresh(Preferences preferences, String version) {
        String before = preferences.get(SEEN, "");
        preferences.put(SEEN, version);
        return !before.isEmpty() && !before.equals(version);
    }

    /** What has changed last: the newest part of the file CHANGELOG.md, a line for each change. */
    static String text() {
        String all = resource("CHANGELOG.md");
        int start = all.indexOf("\n## ");
        int end = start < 0 ? -1 : all.indexOf("\n## ", start + 1);
        String newest = start < 0 ? all : all.substring(start, end < 0 ? all.length() : end);
        return WRAPPED.matcher(newest)
                .replaceAll(" ")
                .replace("\n* ", "\n•  ")
                .replaceAll("(?m)^#+ ", "")
                .replace("`", "")
                .strip();
    }

    /** A file of the project that the build has put beside this class; empty where it has not. */
    static String resource(String name) {
        try (InputStream in = News.class.getResourceAsStream(name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
