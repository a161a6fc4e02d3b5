package chainrule.io;

import chainrule.language.Phrases;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads one JSON document of limited size and depth into a tree, or says in a sentence why not. */
final class Json {
    private static final Phrases WORDS = Phrases.of(Json.class);

    static final int MOST_BYTES = 64 << 20;
    static final int MOST_DEPTH = 64;

    /** Empty brackets take more memory than text: 64 MiB of them would not fit. */
    static final int MOST_PARTS = 1 << 24;

    private static final ObjectMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_DEPTH)
                    .maxDocumentLength(MOST_BYTES)
                    .maxTokenCount(MOST_PARTS)
                    .maxStringLength(MOST_BYTES)
                    .build())
            .build());

    private Json() {}

    static ObjectNode parse(String text) throws FileProblem {
        if (text.length() > MOST_BYTES) {
            throw tooLarge();
        }
        try (JsonParser parser = MAPPER.createParser(withoutMark(text))) {
            JsonNode tree = MAPPER.readTree(parser);
            if (!(tree instanceof ObjectNode object)) {
                throw new FileProblem(WORDS.text(
                        "json.notChainruleFileOneJson",
                        tree == null || tree.isMissingNode()
                                ? WORDS.text("json.empty")
                                : WORDS.text("json.somethingElse")));
            }
            if (parser.nextToken() != null) {
                throw new FileProblem(WORDS.text("json.lineMoreFollowsAfterEnd", line(parser)));
            }
            return object;
        } catch (JsonProcessingException refused) {
            throw problem(refused);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static FileProblem tooLarge() {
        return new FileProblem(WORDS.text("json.fileMoreThanMibWhich", MOST_BYTES >> 20));
    }

    private static FileProblem problem(JsonProcessingException refused) {
        String reason = refused.getOriginalMessage();
        long line = refused.getLocation() == null ? 1 : refused.getLocation().getLineNr();
        if (refused instanceof StreamConstraintsException) {
            return tooMuch(reason, line);
        } else if (refused instanceof JsonEOFException) {
            return new FileProblem(WORDS.text("json.fileCutOffEndsAt", line));
        } else if (reason.startsWith("Duplicate field")) {
            String name = refused.getProcessor() instanceof JsonParser parser
                    ? parser.getParsingContext().getCurrentName()
                    : "";
            return new FileProblem(WORDS.text("json.lineFieldThereTwiceOne", line, name));
        } else if (reason.startsWith("Non-standard token")) {
            return new FileProblem(WORDS.text("json.lineNanInfinityStandBare", line));
        }
        int column = refused.getLocation() == null ? 1 : refused.getLocation().getColumnNr();
        return new FileProblem(WORDS.text("json.lineColumnTextNotJson", line, column));
    }

    private static FileProblem tooMuch(String reason, long line) {
        if (reason.startsWith("Token count")) {
            return new FileProblem(WORDS.text("json.fileMoreThanNumbersWords", MOST_PARTS));
        }
        return new FileProblem(
                reason.contains("depth")
                        ? WORDS.text("json.lineBracketsAreNestedDeeper", line, MOST_DEPTH)
                        : WORDS.text("json.lineNumberOrNameLonger", line));
    }

    private static long line(JsonParser parser) {
        return parser.currentLocation().getLineNr();
    }

    /** Some editors put a byte order mark before the text. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
