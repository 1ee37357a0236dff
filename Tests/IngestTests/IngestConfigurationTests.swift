import Downlink
import Operations
import Testing

@testable import Ingest

@Suite("IngestConfiguration")
struct IngestConfigurationTests {
    private func configuration(_ flags: [String: String] = [:], processors: Int = 8) async throws -> IngestConfiguration
    {
        let settings = try await Settings(flags: flags, environment: [:])
        return try IngestConfiguration(settings, processors: processors) {
            $0.contains("bad") ? "no such keyword" : nil
        }
    }

    @Test("every key reaches its field")
    func fields() async throws {
        let configuration = try await configuration([
            "database-url": "postgres://db/telemetry", "listen": "127.0.0.1:1", "http": "[::1]:2",
            "registration": "open",
            "journal-dir": "/var/lib/x", "max-bytes-in-flight": "2097152", "database-timeout-seconds": "7",
            "lanes": "3", "writers-per-lane": "4", "batch-rows": "5",
            "batch-bytes": "65536",
            "partition-days-ahead": "6", "command-timeout-seconds": "8", "command-retries": "4",
        ])
        #expect(configuration.databaseURL == "postgres://db/telemetry")
        #expect(configuration.listen == ListenAddress(host: "127.0.0.1", port: 1))
        #expect(configuration.http == ListenAddress(host: "::1", port: 2))
        #expect(configuration.registration == .open)
        #expect(configuration.journalDirectory == "/var/lib/x")
        #expect(configuration.lanes == 3)
        #expect(configuration.writersPerLane == 4)
        #expect(configuration.batchRows == 5)
        #expect(configuration.bytesInFlight == 2_097_152)
        #expect(configuration.databaseTimeoutSeconds == 7)
        #expect(configuration.batchBytes == 65_536)
        #expect(configuration.partitionDaysAhead == 6)
        #expect(configuration.commands == RetransmissionSchedule(timeoutSeconds: 8, retries: 4))
    }

    @Test("by default only known terminals deliver, and metrics are for this machine alone")
    func defaults() async throws {
        let configuration = try await configuration()
        #expect(configuration.registration == .known)
        #expect(configuration.http.host == "127.0.0.1")
        #expect(configuration.journalDirectory == nil)
    }

    @Test("there is at least one lane, however few processors", arguments: [0, 1, 2])
    func lanes(processors: Int) async throws {
        #expect(try await configuration(processors: processors).lanes == 1)
    }

    @Test(
        "what is not accepted is refused with its key and what is accepted",
        arguments: [
            ("listen", "7808", "HOST:PORT"), ("http", "host", "HOST:PORT"), ("registration", "all", "known or open"),
            ("lanes", "0", "from 1 to 64"), ("lanes", "65", "from 1 to 64"), ("writers-per-lane", "9", "from 1 to 8"),
            ("batch-rows", "0", "from 1 to 1000000"), ("database-timeout-seconds", "0", "from 1 to 600"),
            ("max-bytes-in-flight", "1048575", "from 1048576 to 1099511627776"),
            ("batch-bytes", "65535", "from 65536 to 1073741824"),
            ("partition-days-ahead", "-1", "from 0 to 366"), ("partition-days-ahead", "x", "from 0 to 366"),
            ("command-timeout-seconds", "0", "from 1 to 600"), ("command-retries", "5", "from 0 to 4"),
        ])
    func refused(key: String, value: String, accepted: String) async throws {
        let error = try await #require(throws: SettingsError.self) { _ = try await configuration([key: value]) }
        #expect(error.description.hasPrefix("--\(key): '\(value)' is not accepted; accepted: "))
        #expect(error.description.contains(accepted))
    }

    @Test(
        "a database that libpq does not take is refused, with its reason and without the text, which may hold a password"
    )
    func database() async throws {
        let error = try await #require(throws: SettingsError.self) {
            _ = try await configuration(["database-url": "bad password=geheim"])
        }
        #expect(error.description.contains("database-url"))
        #expect(error.description.contains("no such keyword"))
        #expect(!error.description.contains("geheim"))
        #expect(error.description.split(whereSeparator: \.isNewline).count == 1)
    }
}
