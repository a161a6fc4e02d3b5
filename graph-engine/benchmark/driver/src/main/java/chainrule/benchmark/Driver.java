package chainrule.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Times every workload on every peer in alternating rounds, and prints the table. */
public final class Driver {
    private static final double TOLERANCE = 1e-5;
    /** For engines on ND4J's own operations, which add floats up one by one. */
    private static final double COARSE = 1e-4;

    private static final List<String> COARSE_PEERS = List.of("samediff", "dl4j");

    private final Settings settings;

    private Driver(Settings settings) {
        this.settings = settings;
    }

    /**
     * What is measured.
     *
     * @param folder the exported workloads
     */
    record Settings(Path folder, List<String> peers, List<String> workloads, List<Integer> threads, Pace pace) {
        /** From {@code --name=value} words. */
        static Settings of(String[] words) {
            Map<String, String> given = new LinkedHashMap<>();
            for (String word : words) {
                String[] parts = word.replaceFirst("^--", "").split("=", 2);
                given.put(parts[0], parts[1]);
            }
            return new Settings(
                    Path.of(given.getOrDefault("folder", ".")),
                    list(given, "peers"),
                    list(given, "workloads"),
                    list(given, "threads").stream().map(Integer::valueOf).toList(),
                    new Pace(
                            Integer.parseInt(given.getOrDefault("rounds", "5")),
                            Long.parseLong(given.getOrDefault("millis", "1000")),
                            Long.parseLong(given.getOrDefault("warmup", "3000")),
                            given.getOrDefault("clock", "wall")));
        }

        private static List<String> list(Map<String, String> given, String name) {
            return Arrays.stream(given.getOrDefault(name, "").split(",", -1))
                    .filter(word -> !word.isEmpty())
                    .toList();
        }
    }

    /**
     * How long is measured, and by which clock.
     *
     * @param millis how long a round is on one peer
     * @param warmUp how long each steps before the first round, so that what compiles itself while it runs has done so
     * @param clock {@code wall}, or {@code processor} for what the stepping thread computed
     */
    record Pace(int rounds, long millis, long warmUp, String clock) {}

    public static void main(String[] words) throws IOException {
        Driver driver = new Driver(Settings.of(words));
        for (int threads : driver.settings.threads()) {
            driver.table(threads);
        }
    }

    private void table(int threads) throws IOException {
        List<Peer> peers = new ArrayList<>();
        try {
            for (String name : settings.peers()) {
                peers.add(start(name, threads));
            }
            Table table = new Table(settings.peers(), threads);
            System.out.print(table.head());
            for (String workload : settings.workloads()) {
                Map<String, Row> rows = measure(workload, peers);
                System.out.print(table.row(workload, rows));
            }
            System.out.println();
        } finally {
            peers.forEach(Peer::close);
        }
    }

    private Peer start(String name, int threads) throws IOException {
        List<String> command =
                new ArrayList<>(Files.readAllLines(settings.folder().resolve(name + ".command")));
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("OMP_NUM_THREADS", String.valueOf(threads));
        environment.put("OPENBLAS_NUM_THREADS", String.valueOf(threads));
        environment.put("MKL_NUM_THREADS", String.valueOf(threads));
        command.add(String.valueOf(threads));
        File log = settings.folder().resolve(name + ".log").toFile();
        return new Peer(name, command, environment, log);
    }

    private Map<String, Row> measure(String workload, List<Peer> peers) throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        List<Peer> ready = new ArrayList<>();
        double[] expected = expected(workload);
        for (Peer peer : peers) {
            String refusal = refusal(peer, workload, expected);
            if (refusal.isEmpty()) {
                ready.add(peer);
            } else {
                rows.put(peer.name(), Row.refused(refusal));
                System.err.println(workload + " on " + peer.name() + ": " + refusal);
            }
        }
        Map<String, List<double[]>> times = new LinkedHashMap<>();
        for (Peer peer : ready) {
            peer.time(settings.pace().warmUp(), "wall");
        }
        for (int round = 0; round < settings.pace().rounds(); round++) {
            for (Peer peer : ready) {
                double[] micros =
                        peer.time(settings.pace().millis(), settings.pace().clock());
                times.computeIfAbsent(peer.name(), name -> new ArrayList<>()).add(micros);
            }
        }
        for (Peer peer : ready) {
            rows.put(peer.name(), new Row(Spread.of(times.getOrDefault(peer.name(), List.of())), peer.memory(), ""));
        }
        return rows;
    }

    /** Why a peer is not timed; empty where it is. */
    private String refusal(Peer peer, String workload, double[] expected) {
        try {
            double tolerance = COARSE_PEERS.contains(peer.name()) ? COARSE : TOLERANCE;
            double[] losses = peer.open(settings.folder(), workload);
            for (int i = 0; i < expected.length; i++) {
                if (!(Math.abs(losses[i] - expected[i]) <= tolerance * Math.max(1e-3, Math.abs(expected[i])))) {
                    return String.format(
                            Locale.ROOT, "loss %d is %.9g: it should be %.9g", i + 1, losses[i], expected[i]);
                }
            }
            return "";
        } catch (IOException problem) {
            return String.valueOf(problem.getMessage());
        }
    }

    /** The losses that every engine has to show first; empty for a workload that has none on file. */
    private double[] expected(String workload) throws IOException {
        Path file = settings.folder().resolve(workload + ".losses");
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .mapToDouble(Double::parseDouble)
                        .toArray()
                : new double[0];
    }
}
