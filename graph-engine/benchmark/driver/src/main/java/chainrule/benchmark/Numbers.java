package chainrule.benchmark;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one source of a workload holds before the first step, so that every engine begins with the same.
 *
 * @param trained whether training changes it
 */
public record Numbers(long[] dims, float[] elements, boolean trained) {
    /** Writes numbers by name. */
    public static void write(Path file, Map<String, Numbers> all) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new java.io.BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(all.size());
            for (Map.Entry<String, Numbers> entry : all.entrySet()) {
                Numbers numbers = entry.getValue();
                out.writeUTF(entry.getKey());
                out.writeBoolean(numbers.trained);
                out.writeInt(numbers.dims.length);
                for (long dim : numbers.dims) {
                    out.writeLong(dim);
                }
                out.writeInt(numbers.elements.length);
                for (float element : numbers.elements) {
                    out.writeFloat(element);
                }
            }
        }
    }

    /** Reads numbers by name. */
    public static Map<String, Numbers> read(Path file) throws IOException {
        Map<String, Numbers> all = new LinkedHashMap<>();
        try (DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file)))) {
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                String name = in.readUTF();
                boolean trained = in.readBoolean();
                long[] dims = new long[in.readInt()];
                for (int d = 0; d < dims.length; d++) {
                    dims[d] = in.readLong();
                }
                float[] elements = new float[in.readInt()];
                for (int e = 0; e < elements.length; e++) {
                    elements[e] = in.readFloat();
                }
                all.put(name, new Numbers(dims, elements, trained));
            }
        }
        return all;
    }
}
