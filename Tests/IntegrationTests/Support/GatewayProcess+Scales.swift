import Foundation
import NIOCore
import Postgres
import Testing
import WeighScale

extension GatewayProcess {
    /// The port that scales connect to; waits until they may.
    func scalePort() async throws -> Int {
        let line = try await line(containing: "scales are accepted")
        let address = try #require(line.split(separator: " ").first { $0.contains("=127.0.0.1:") })
        return try #require(Int(address.split(separator: ":").last ?? ""))
    }

    /// Waits until the gateway has counted so many readings.
    func readings(_ count: Int) async throws {
        let counted = try await metric("qingyun_scale_frames_total{kind=\"reading\"}", atLeast: Double(count))
        #expect(counted == Double(count))
    }
}

extension TestDatabase {
    /// Enters a scale whose cycle needs no time: three readings make a level, one makes it empty.
    func enterScale(
        _ code: String, dialect: String, registration: String? = nil, values: [String: String] = [:]
    ) throws {
        var columns = [
            "code": "'\(code)'", "name": "'\(code)'", "dialect": "'\(dialect)'", "stable_ms": "0", "plateau_ms": "0",
            "clear_ms": "0",
        ]
        if let registration { columns["registration"] = "'\(registration)'" }
        columns.merge(values) { _, given in given }
        let names = columns.keys.sorted()
        try execute(
            """
            WITH terminal AS (
                INSERT INTO registry.terminal (number)
                SELECT (13800000000 + count(*))::text FROM registry.terminal
                RETURNING terminal_id
            )
            INSERT INTO registry.scale (terminal_id, \(names.joined(separator: ", ")))
            SELECT terminal_id, \(names.compactMap { columns[$0] }.joined(separator: ", ")) FROM terminal
            """)
    }

    func notifyRegistry() throws { _ = try query("SELECT pg_notify('qingyun_registry', '')") }

    /// Gross weights of the weighings, in the order in which they were made.
    func weighings() throws -> [Int] {
        try query("SELECT gross_g FROM telemetry.station_weighing ORDER BY recorded_at, seq").map {
            try $0.int("gross_g")
        }
    }

    /// The same, once there are `count`.
    func weighings(count: Int) async throws -> [Int] {
        try await eventually("\(count) weighings") {
            let weighings = try weighings()
            return weighings.count >= count ? weighings : nil
        }
    }
}

/// What an indicator sends for weights in kilograms, one reading each.
func scaleFrames(_ dialect: ScaleDialect, kilograms: [Int64]) throws -> [UInt8] {
    var out = ByteBuffer()
    for weight in kilograms {
        let saysMore = [.toledo, .toledoShort, .toledoExtended, .text].contains(dialect.form)
        let reading = ScaleReading(
            weight: Weight(digits: weight, exponent: 0, unit: dialect.unit), kind: saysMore ? .gross : .notSaid,
            stability: saysMore ? .stable : .notSaid, range: saysMore ? .within : .notSaid)
        try #require(ScaleWriter.write(reading, as: dialect, into: &out), "\(dialect.form) cannot say \(weight) kg")
    }
    return Array(out.readableBytesView)
}
