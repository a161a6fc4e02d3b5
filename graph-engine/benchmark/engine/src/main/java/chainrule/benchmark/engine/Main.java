package chainrule.benchmark.engine;

import chainrule.benchmark.Served;
import chainrule.benchmark.Workload;
import chainrule.catalog.StandardCatalog;
import chainrule.exec.Compilation;
import chainrule.exec.ExecutionPlan;
import chainrule.io.GraphFile;
import chainrule.io.GraphFiles;
import chainrule.kernel.Team;
import chainrule.op.Catalog;
import chainrule.train.Training;
import chainrule.train.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;

/** Chainrule as it trains: a graph file, compiled, in a {@link TrainingRun}. */
public final class Main {
    private Main() {}

    public static void main(String[] words) throws IOException {
        System.setProperty(Team.PROPERTY, words[words.length - 1]);
        Catalog catalog = StandardCatalog.create();
        Served.run((folder, name) -> open(catalog, folder.resolve(name + ".json")));
    }

    private static Workload open(Catalog catalog, Path path) throws Exception {
        GraphFile file = GraphFiles.read(path, catalog);
        TrainingRun run = TrainingRun.of(plan(file), training(file));
        return new Workload() {
            @Override
            public double step() {
                return run.step();
            }

            @Override
            public void close() {
                run.close();
            }
        };
    }

    static ExecutionPlan plan(GraphFile file) {
        Compilation compilation = ExecutionPlan.compile(file.graph(), file.precision(), Long.MAX_VALUE);
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.plan();
        }
        throw new IllegalArgumentException(compilation.toString());
    }

    static Training training(GraphFile file) {
        return file.trained().orElseThrow().withSteps(Integer.MAX_VALUE);
    }
}
