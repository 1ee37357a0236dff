import PostgresBinary
import Telemetry
import Testing

@testable import TelemetryStore

@Suite("StaleDays")
struct StaleDaysTests {
    private static let first = LocalDay(daysSince1970: 20_000)
    private static let second = LocalDay(daysSince1970: 20_001)

    private func batch(_ rows: [(TelemetryTable, LocalDay)]) -> RowBatch {
        var batch = RowBatch()
        for (table, day) in rows { batch.append(to: table, on: day) { $0.beginRow(fields: 0, reserving: 2) } }
        return batch
    }

    private func marks(_ batch: RowBatch, in tables: [TelemetryTable] = TelemetryTable.allCases) -> Set<String> {
        guard let statement = StaleDays.statement(for: batch, in: TableSet(tables)) else { return [] }
        let values = statement.dropFirst("INSERT INTO stats.dirty_day (kind, service_date) VALUES ".count)
        return Set(
            values.replacing("date '1970-01-01' + ", with: "").split(separator: "), ").map {
                $0.filter { !"()'".contains($0) }
            })
    }

    @Test("each kind and day is marked once, and only for the days of its own rows")
    func kinds() {
        let batch = batch([
            (.lift, Self.first), (.lift, Self.first), (.stationWeighing, Self.second), (.tagRead, Self.first),
        ])
        #expect(
            marks(batch) == [
                "collection, 20000", "record, 20000", "trip, 20000", "record, 20001", "station, 20001", "trip, 20001",
            ])
    }

    @Test("no statistics are made of messages, quarantine and media")
    func others() {
        #expect(marks(batch([(.message, Self.first), (.quarantine, Self.first), (.media, Self.first)])) == [])
        #expect(marks(RowBatch()) == [])
    }

    @Test("tables into which nothing new came leave no marks")
    func retransmissions() {
        let batch = batch([(.lift, Self.first), (.tagRead, Self.first)])
        #expect(marks(batch, in: [.tagRead]) == ["record, 20000"])
        #expect(marks(batch, in: []) == [])
    }

    @Test("days survive joining and emptying; halves mark no less than the whole")
    func joined() {
        var joined = batch([(.lift, Self.first)])
        joined.append(contentsOf: batch([(.stationWeighing, Self.first), (.stationWeighing, Self.second)]))
        #expect(
            marks(joined) == [
                "collection, 20000", "record, 20000", "trip, 20000", "station, 20000", "record, 20001",
                "station, 20001",
                "trip, 20001",
            ])
        let (left, right) = joined.halves()
        #expect(marks(left).union(marks(right)).isSuperset(of: marks(joined)))
        joined.removeAll()
        #expect(marks(joined) == [])
    }
}
