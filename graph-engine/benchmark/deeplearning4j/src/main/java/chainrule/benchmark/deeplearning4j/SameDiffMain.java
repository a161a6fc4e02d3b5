package chainrule.benchmark.deeplearning4j;

import chainrule.benchmark.Numbers;
import chainrule.benchmark.Served;
import chainrule.benchmark.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.api.OutAndGrad;

/** SameDiff as it trains: a graph that it differentiates itself, and plain gradient descent on its variables. */
public final class SameDiffMain {
    private SameDiffMain() {}

    public static void main(String[] words) throws IOException {
        Served.run((folder, name) -> open(name, new Arrays(Numbers.read(folder.resolve(name + ".bin")))));
    }

    private static Workload open(String name, Arrays arrays) {
        SameDiff graph = SameDiff.create();
        SDVariable loss = new Graphs(graph, arrays).named(name);
        graph.setLossVariables(loss);
        List<SDVariable> trained = new ArrayList<>();
        for (SDVariable variable : graph.variables()) {
            if (variable.getVariableType() == VariableType.VARIABLE) {
                trained.add(variable);
            }
        }
        List<String> names = trained.stream().map(SDVariable::name).toList();
        double rate = Rates.of(name);
        return new Workload() {
            @Override
            public double step() {
                OutAndGrad both = graph.calculateGradientsAndOutputs(Map.of(), List.of(loss.name()), names);
                for (SDVariable variable : trained) {
                    variable.getArr()
                            .subi(both.getGradients().get(variable.name()).mul(rate));
                }
                return both.getOutputs().get(loss.name()).sumNumber().doubleValue();
            }

            @Override
            public void close() {
                // SameDiff frees what it holds when it is collected.
            }
        };
    }
}
