package import Metrics
import Synchronization

/// The metrics backend: keeps every series and renders them in the Prometheus text format, version 0.0.4.
///
/// A series is a label and its dimensions. Counters are `..._total`; a timer becomes a histogram in seconds, a recorder a summary
/// (`_sum` and `_count`); a gauge keeps its last value.
package final class MetricsRegistry: MetricsFactory {
    private struct Key: Hashable {
        let label: String
        let dimensions: String
    }

    private enum Kind: String {
        case counter
        case gauge
        case summary
        case histogram
    }

    /// Upper bounds of the histograms, in seconds: from a commit on a fast disk to an outage.
    static let bounds: [Double] = [
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60,
    ]

    /// A value that its owner keeps, together with others that must be of the same moment.
    package struct Sample: Sendable {
        package enum Kind: Sendable {
            case counter
            case gauge
        }

        let kind: Kind
        let label: String
        let dimensions: [(String, String)]
        let value: Int

        package init(_ kind: Kind, _ label: String, _ value: Int, _ dimensions: [(String, String)] = []) {
            self.kind = kind
            self.label = label
            self.dimensions = dimensions
            self.value = value
        }
    }

    private struct Series {
        let kind: Kind
        let handler: SeriesHandler
    }

    private let series = Mutex<[Key: Series]>([:])
    private let sources = Mutex<[@Sendable () -> [Sample]]>([])

    package init() {}

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        handler(.counter, label, dimensions)
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        handler(.gauge, label, dimensions)
    }

    package func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        handler(aggregate ? .summary : .gauge, label, dimensions)
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        handler(.histogram, label, dimensions)
    }

    // Series live as long as the process: a counter that vanished would look like a restart to Prometheus.
    package func destroyCounter(_ handler: any CounterHandler) {}
    package func destroyMeter(_ handler: any MeterHandler) {}
    package func destroyRecorder(_ handler: any RecorderHandler) {}
    package func destroyTimer(_ handler: any TimerHandler) {}

    /// Asks `source` at every rendering.
    package func collect(from source: @escaping @Sendable () -> [Sample]) {
        sources.withLock { $0.append(source) }
    }

    /// All series, sorted by name, in the Prometheus text format.
    package func rendered() -> String {
        var snapshot = series.withLock { series in
            series.map { ($0.key, $0.value.kind, $0.value.handler.values) }
        }
        for source in sources.withLock({ $0 }) { snapshot += source().map(Self.series) }
        var text = ""
        var lastLabel = ""
        for (key, kind, values) in snapshot.sorted(by: { ($0.0.label, $0.0.dimensions) < ($1.0.label, $1.0.dimensions) }
        ) {
            if key.label != lastLabel {
                text += "# TYPE \(key.label) \(kind.rawValue)\n"
                lastLabel = key.label
            }
            switch kind {
            case .counter: text += "\(key.label)\(key.dimensions) \(values.count)\n"
            case .gauge: text += "\(key.label)\(key.dimensions) \(values.last)\n"
            case .histogram: text += Self.histogram(key, values)
            case .summary:
                text +=
                    "\(key.label)_sum\(key.dimensions) \(values.sum)\n\(key.label)_count\(key.dimensions) \(values.count)\n"
            }
        }
        return text
    }

    private static func series(_ sample: Sample) -> (Key, Kind, SeriesHandler.Values) {
        var values = SeriesHandler.Values()
        values.count = Int64(sample.value)
        values.last = Double(sample.value)
        return (
            Key(label: sample.label, dimensions: render(sample.dimensions)),
            sample.kind == .counter ? .counter : .gauge,
            values
        )
    }

    private static func histogram(_ key: Key, _ values: SeriesHandler.Values) -> String {
        let dimensions = key.dimensions.isEmpty ? "" : key.dimensions.dropFirst().dropLast() + ","
        var text = ""
        var total: Int64 = 0
        for (bound, count) in zip(bounds, values.buckets) {
            total += count
            text += "\(key.label)_bucket{\(dimensions)le=\"\(bound)\"} \(total)\n"
        }
        text += "\(key.label)_bucket{\(dimensions)le=\"+Inf\"} \(values.count)\n"
        return text
            + "\(key.label)_sum\(key.dimensions) \(values.sum)\n\(key.label)_count\(key.dimensions) \(values.count)\n"
    }

    private func handler(_ kind: Kind, _ label: String, _ dimensions: [(String, String)]) -> SeriesHandler {
        let key = Key(label: label, dimensions: Self.render(dimensions))
        return series.withLock { series in
            if let existing = series[key] { return existing.handler }
            let handler = SeriesHandler()
            series[key] = Series(kind: kind, handler: handler)
            return handler
        }
    }

    private static func render(_ dimensions: [(String, String)]) -> String {
        guard !dimensions.isEmpty else { return "" }
        let pairs = dimensions.map { name, value in
            let escaped = value.unicodeScalars.map { scalar in
                switch scalar {
                case "\\": "\\\\"
                case "\"": "\\\""
                case "\n": "\\n"
                default: String(scalar)
                }
            }.joined()
            return "\(name)=\"\(escaped)\""
        }
        return "{\(pairs.joined(separator: ","))}"
    }
}

/// One series. Updated once a batch, so a lock costs nothing that could be measured.
private final class SeriesHandler: CounterHandler, MeterHandler, RecorderHandler, TimerHandler {
    struct Values {
        var count: Int64 = 0
        var sum: Double = 0
        var last: Double = 0
        /// Values up to each of ``MetricsRegistry/bounds`` and above the one before; those above the last are in none.
        var buckets = [Int64](repeating: 0, count: MetricsRegistry.bounds.count)
    }

    private let state = Mutex(Values())

    var values: Values { state.withLock { $0 } }

    func increment(by amount: Int64) { state.withLock { $0.count &+= amount } }
    func increment(by amount: Double) { state.withLock { $0.last += amount } }
    func decrement(by amount: Double) { state.withLock { $0.last -= amount } }
    func set(_ value: Int64) { state.withLock { $0.last = Double(value) } }
    func set(_ value: Double) { state.withLock { $0.last = value } }
    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        state.withLock { values in
            values.count &+= 1
            values.sum += value
            values.last = value
        }
    }

    func recordNanoseconds(_ duration: Int64) {
        let seconds = Double(duration) / 1e9
        record(seconds)
        guard let bucket = MetricsRegistry.bounds.firstIndex(where: { seconds <= $0 }) else { return }
        state.withLock { $0.buckets[bucket] &+= 1 }
    }
    func reset() { state.withLock { $0 = Values() } }
}
