package chainrule.editor.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemThemeTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, color-scheme, 'prefer-dark', DARK",
        "Linux, color-scheme, 'prefer-light', LIGHT",
        "Linux, gtk-theme, 'Yaru-dark', DARK",
        "Linux, gtk-theme, 'Adwaita', LIGHT",
        "Linux, nothing, '', ",
        "Mac OS X, AppleInterfaceStyle, Dark, DARK",
        "Mac OS X, nothing, '', LIGHT",
        "Windows 11, AppsUseLightTheme, 'AppsUseLightTheme REG_DWORD 0x0', DARK",
        "Windows 11, AppsUseLightTheme, 'AppsUseLightTheme REG_DWORD 0x1', LIGHT",
        "Windows 11, nothing, '', "
    })
    void isWhatTheToolOfTheSystemSays(String system, String question, String answer, Theme expected) {
        assertThat(SystemTheme.ask(
                        system, command -> command.contains(question) ? Optional.of(answer) : Optional.empty()))
                .isEqualTo(Optional.ofNullable(expected));
    }
}
