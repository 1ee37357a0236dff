import Metrics
import Testing

@testable import Operations

/// The format is Prometheus' text format, version 0.0.4.
@Suite("MetricsRegistry")
struct MetricsRegistryTests {
    let registry = MetricsRegistry()

    @Test("without series there is nothing to show")
    func empty() {
        #expect(registry.rendered() == "")
    }

    @Test("a counter adds up")
    func counter() {
        let counter = Counter(label: "frames_total", factory: registry)
        counter.increment()
        counter.increment(by: 41)
        #expect(registry.rendered() == "# TYPE frames_total counter\nframes_total 42\n")
    }

    @Test("a gauge shows its last value")
    func gauge() {
        let gauge = Gauge(label: "connections", factory: registry)
        gauge.record(7)
        gauge.record(2.5)
        #expect(registry.rendered() == "# TYPE connections gauge\nconnections 2.5\n")
    }

    @Test("a meter goes up and down")
    func meter() {
        let meter = Meter(label: "rows", factory: registry)
        meter.set(10)
        meter.increment(by: 2)
        meter.decrement(by: 4.5)
        #expect(registry.rendered() == "# TYPE rows gauge\nrows 7.5\n")
    }

    @Test("a recorder is a summary of sum and count")
    func recorder() {
        let recorder = Recorder(label: "batch_rows", factory: registry)
        recorder.record(1)
        recorder.record(0.5)
        #expect(registry.rendered() == "# TYPE batch_rows summary\nbatch_rows_sum 1.5\nbatch_rows_count 2\n")
    }

    @Test("a timer is a histogram in seconds: each bucket counts what is at most its bound")
    func timer() {
        let timer = Timer(label: "commit_seconds", dimensions: [("lane", "0")], factory: registry)
        timer.recordMilliseconds(1)
        timer.recordMilliseconds(2)
        timer.recordNanoseconds(1_500_000_000)
        timer.recordSeconds(100)
        let lines = registry.rendered().split(separator: "\n")
        #expect(lines.first == "# TYPE commit_seconds histogram")
        // 0.001 | 0.002 | 1.5 | 100: a bound counts itself, 100 is in the last one alone.
        let expected = [
            "0.001": 1, "0.0025": 2, "0.005": 2, "1.0": 2, "2.5": 3, "60.0": 3, "+Inf": 4,
        ]
        for (bound, count) in expected {
            #expect(lines.contains("commit_seconds_bucket{lane=\"0\",le=\"\(bound)\"} \(count)"), "\(bound)")
        }
        #expect(lines.contains("commit_seconds_count{lane=\"0\"} 4"))
        #expect(lines.contains { $0.hasPrefix("commit_seconds_sum{lane=\"0\"} 101.503") })
    }

    @Test("series of one name stand together under one TYPE line, names in order")
    func order() {
        for (reason, count) in [("length", 1), ("checksum", 2)] {
            Counter(label: "bad_total", dimensions: [("reason", reason)], factory: registry).increment(by: count)
        }
        Counter(label: "a_total", factory: registry).increment()
        Counter(label: "bad_total", dimensions: [("reason", "length"), ("lane", "0")], factory: registry).increment(
            by: 3)
        #expect(
            registry.rendered() == """
                # TYPE a_total counter
                a_total 1
                # TYPE bad_total counter
                bad_total{reason="checksum"} 2
                bad_total{reason="length",lane="0"} 3
                bad_total{reason="length"} 1

                """)
    }

    @Test("the same name and labels are the same series")
    func same() {
        Counter(label: "n_total", dimensions: [("a", "1")], factory: registry).increment()
        Counter(label: "n_total", dimensions: [("a", "1")], factory: registry).increment()
        #expect(registry.rendered() == "# TYPE n_total counter\nn_total{a=\"1\"} 2\n")
    }

    @Test("a series outlives the object that counted")
    func destroy() {
        let counter = Counter(label: "n_total", factory: registry)
        counter.increment(by: 3)
        counter.destroy()
        #expect(registry.rendered().contains("n_total 3\n"))
    }

    @Test(
        "backslash, quote and line feed are escaped in a label's value",
        arguments: [
            ("plain 重", "plain 重"), (#"C:\x"#, #"C:\\x"#), (#"say "hi""#, #"say \"hi\""#), ("a\nb", #"a\nb"#),
            (#"\n"#, #"\\n"#),
            // A quote with an accent on it is one character to people and two to Prometheus; so are CR and LF.
            ("\"\u{301}", "\\\"\u{301}"), ("a\r\nb", "a\r\\nb"),
        ])
    func escaping(value: String, escaped: String) {
        Counter(label: "n_total", dimensions: [("label", value)], factory: registry).increment()
        #expect(
            Array(registry.rendered().utf8) == Array("# TYPE n_total counter\nn_total{label=\"\(escaped)\"} 1\n".utf8))
    }

    @Test("counting from many tasks loses nothing")
    func concurrent() async {
        let counter = Counter(label: "n_total", factory: registry)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { for _ in 0..<500 { counter.increment() } } }
        }
        #expect(registry.rendered().contains("n_total 10000\n"))
    }

    @Test("a source is asked at every rendering, and its samples stand among the others")
    func source() {
        let counter = Counter(label: "b_total", factory: registry)
        counter.increment()
        registry.collect {
            [
                .init(.counter, "c_total", 3, [("table", "fix")]), .init(.gauge, "a", -1),
                .init(.counter, "c_total", 4, [("table", "message")]),
            ]
        }
        #expect(
            registry.rendered() == """
                # TYPE a gauge
                a -1.0
                # TYPE b_total counter
                b_total 1
                # TYPE c_total counter
                c_total{table="fix"} 3
                c_total{table="message"} 4

                """)
    }
}
