import Operations
import Testing

@testable import Ingest

@Suite("ScaleListen")
struct ScaleListenTests {
    private static func list(_ text: String?) async throws -> [ScaleListen] {
        try ScaleListen.list(
            try await Settings(flags: [:], environment: text.map { ["QINGYUN_SCALE_LISTEN": $0] } ?? [:]))
    }

    @Test("ports with and without a dialect; none by default")
    func list() async throws {
        #expect(try await Self.list(nil) == [])
        #expect(try await Self.list("") == [])
        #expect(
            try await Self.list("0.0.0.0:7810, [::]:7811=tag-reader,127.0.0.1:0=equals-old")
                == [
                    ScaleListen(address: ListenAddress(host: "0.0.0.0", port: 7810)),
                    ScaleListen(address: ListenAddress(host: "::", port: 7811), dialect: "tag-reader"),
                    ScaleListen(address: ListenAddress(host: "127.0.0.1", port: 0), dialect: "equals-old"),
                ])
    }

    @Test(
        "what is not accepted is refused with one line",
        arguments: ["7810", "0.0.0.0:7810=morse", "0.0.0.0:7810=", "0.0.0.0:1,", ",", "0.0.0.0:1,0.0.0.0:1=toledo"])
    func refused(text: String) async throws {
        let error = try await #require(throws: SettingsError.self) { _ = try await Self.list(text) }
        #expect(error.description.hasPrefix("QINGYUN_SCALE_LISTEN (--scale-listen): "))
        #expect(error.description.contains("accepted: HOST:PORT or HOST:PORT=DIALECT"))
        #expect(!error.description.contains("\n"))
    }
}
