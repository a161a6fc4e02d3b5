package chainrule.app;

import chainrule.io.GraphJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which version of the program this is; the build writes it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new String[] {
            "Chainrule %s, file format %d, Java %s"
                    .formatted(
                            properties.getProperty("version", "of unknown version"),
                            GraphJson.VERSION,
                            System.getProperty("java.version"))
        };
    }
}
