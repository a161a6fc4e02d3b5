package chainrule.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results as a Markdown table, whose first peer is compared with the others. */
record Table(List<String> peers, int threads) {
    private static final String OURS = "chainrule";

    String head() {
        StringBuilder text = new StringBuilder("\n### " + threads + (threads == 1 ? " thread" : " threads") + "\n\n");
        text.append("Microseconds a step: median (p10–p90).\n\n| workload |");
        peers.forEach(peer -> text.append(' ').append(peer).append(" |"));
        text.append(" ratio to the fastest PyTorch | ratio to the fastest other | memory, MB |\n|---|");
        peers.forEach(peer -> text.append("---|"));
        return text.append("---|---|---|\n").toString();
    }

    String row(String workload, Map<String, Row> rows) {
        StringBuilder text = new StringBuilder("| " + workload + " |");
        for (String peer : peers) {
            Row row = rows.get(peer);
            text.append(row == null || !row.timed() ? " – |" : " " + row.time() + " |");
        }
        Row ours = rows.get(OURS);
        text.append(' ').append(ratio(ours, rows, true)).append(" |");
        text.append(' ').append(ratio(ours, rows, false)).append(" |");
        text.append(ours == null ? " – |" : String.format(Locale.ROOT, " %,.0f |", ours.megabytes()));
        return text.append('\n').toString();
    }

    private String ratio(@org.jspecify.annotations.Nullable Row ours, Map<String, Row> rows, boolean pytorch) {
        double fastest = rows.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(OURS) && entry.getKey().startsWith("pytorch") == pytorch)
                .filter(entry -> entry.getValue().timed())
                .mapToDouble(entry -> entry.getValue().time().median())
                .min()
                .orElse(Double.NaN);
        return ours == null || !ours.timed() || Double.isNaN(fastest)
                ? "–"
                : String.format(Locale.ROOT, "%.3f", ours.time().median() / fastest);
    }
}
