package chainrule.editor.theme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Whether the desktop is set to light or dark, asked of the tool that each system has for it. Slow: not for the event thread. */
public final class SystemTheme {
    private static final System.Logger FAULTS = System.getLogger(SystemTheme.class.getName());
    private static final long PATIENCE_SECONDS = 2;

    private SystemTheme() {}

    /** The theme of this desktop; empty where it cannot be asked. */
    public static Optional<Theme> ask() {
        return ask(System.getProperty("os.name", ""), SystemTheme::answer);
    }

    /**
     * @param run runs a tool and gives what it says; empty where it is not there or refuses
     */
    static Optional<Theme> ask(String system, Function<List<String>, Optional<String>> run) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return Optional.of(theme(run.apply(List.of("defaults", "read", "-g", "AppleInterfaceStyle"))
                    .orElse("")
                    .contains("Dark")));
        }
        if (name.startsWith("windows")) {
            String key = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";
            return run.apply(List.of("reg", "query", key, "/v", "AppsUseLightTheme"))
                    .map(said -> theme(said.contains("0x0")));
        }
        String settings = "org.gnome.desktop.interface";
        Optional<String> scheme = run.apply(List.of("gsettings", "get", settings, "color-scheme"));
        if (scheme.filter(said -> said.contains("prefer")).isPresent()) {
            return scheme.map(said -> theme(said.contains("dark")));
        }
        return run.apply(List.of("gsettings", "get", settings, "gtk-theme"))
                .map(said -> theme(said.toLowerCase(Locale.ROOT).contains("dark")));
    }

    private static Theme theme(boolean dark) {
        return dark ? Theme.DARK : Theme.LIGHT;
    }

    private static Optional<String> answer(List<String> command) {
        try {
            Process tool = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            tool.getOutputStream().close();
            if (!tool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                tool.destroyForcibly();
                return Optional.empty();
            }
            String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return tool.exitValue() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException missing) {
            FAULTS.log(System.Logger.Level.DEBUG, "the theme of the system is not known", missing);
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
