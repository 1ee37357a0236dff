import FleetSimulation
import JTT808
import Testing

@Suite("VectorFile")
struct VectorFileTests {
    @Test("reads vectors, passes over empty lines and other keys")
    func reads() throws {
        let vectors = try VectorFile.parse(
            """
            {"id": "a", "hex": "7e0002000001234567890000f57d027e", "note": "x"}

            {"id": "b", "kind": "stream", "hex": "7E000200000123456789017FFF0A7E7E00"}

            """)
        #expect(vectors.map(\.id) == ["a", "b"])
        #expect(vectors[0].pieces.count == 1 && vectors[0].pendingBytes == 0)
        #expect(vectors[1].kind == .stream && vectors[1].pendingBytes == 1)
    }

    @Test(
        "a wrong line is named with what is wrong",
        arguments: [
            ("{\"id\": \"a\"", "line 2: not a JSON object"),
            ("[1]", "line 2: not a JSON object"),
            ("{\"hex\": \"7e\"}", "line 2: no text under \"id\""),
            ("{\"id\": \"a\", \"hex\": 7}", "line 2: no text under \"hex\""),
            ("{\"id\": \"a\", \"hex\": \"7g\"}", "line 2: \"hex\" has a character that is no hex digit"),
            ("{\"id\": \"a\", \"hex\": \"7e0\"}", "line 2: \"hex\" has an odd number of digits"),
            (
                "{\"id\": \"a\", \"hex\": \"7e\", \"kind\": \"film\"}",
                "line 2: \"kind\" is \"film\"; stream and reassembly are known, a frame has none"
            ),
        ])
    func faults(line: String, message: String) {
        let error = #expect(throws: VectorFileError.self) {
            _ = try VectorFile.parse("{\"id\": \"ok\", \"hex\": \"7e7e\"}\n\(line)\n")
        }
        #expect(error?.description == message)
    }

    @Test("a file that is not there is named")
    func missing() {
        let error = #expect(throws: VectorFileError.self) { _ = try VectorFile.read(path: "/nowhere/vectors.jsonl") }
        #expect(error?.description == "/nowhere/vectors.jsonl: no such file")
    }
}
