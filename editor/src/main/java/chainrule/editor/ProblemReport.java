package chainrule.editor;

import chainrule.editor.file.FaultLog;
import chainrule.io.GraphJson;
import java.util.Locale;

/** What helps whoever looks into a problem: the version, the machine, and where faults are written. Nothing of the graph. */
final class ProblemReport {
    private ProblemReport() {}

    static String text(FaultLog log) {
        return String.format(
                Locale.ROOT,
                "Chainrule %s, file format %d%nJava %s, %s%n%s %s, %s%nprocessors %d, memory %d MB, language %s%nfaults: %s%s",
                News.version(),
                GraphJson.VERSION,
                System.getProperty("java.version"),
                System.getProperty("java.vendor"),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                Locale.getDefault().toLanguageTag(),
                log.file(),
                log.isThere() ? "" : " (none were written)");
    }
}
