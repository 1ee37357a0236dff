import Foundation
import NIOCore

/// Makes all frames of a day without sending them: what the simulation itself costs.
package struct DayFrames: Sendable {
    package private(set) var messages = 0
    package private(set) var reports = 0
    package private(set) var bytes = 0
    package private(set) var seconds = 0.0

    package static func make(_ day: DayPlan) -> DayFrames {
        var made = DayFrames()
        let start = NIODeadline.now()
        var out = ByteBuffer()
        for index in day.vehicles.indices {
            var writer = DayWriter(address: day.district.vehicles[index].terminal.address)
            var source = DaySource(VehicleDay(day, vehicle: index))
            made.drain(&source, &writer, &out)
        }
        for index in day.sites.indices {
            var writer = DayWriter(address: day.sites[index].terminal.address)
            var source = DaySource(SiteDay(day, site: index))
            made.drain(&source, &writer, &out)
        }
        made.seconds = Double((NIODeadline.now() - start).nanoseconds) / 1e9
        return made
    }

    private mutating func drain(_ source: inout DaySource, _ writer: inout DayWriter, _ out: inout ByteBuffer) {
        var serial: UInt16 = 0
        while let message = source.next() {
            writer.write(message, serial: serial, into: &out)
            serial &+= 1
            messages += 1
            reports += message.reports
            if out.readableBytes > 32 * 1024 {
                bytes += out.readableBytes
                out.clear()
            }
        }
        bytes += out.readableBytes
        out.clear()
    }

    package var text: String {
        SummaryLines.aligned([
            ("made", "\(messages) messages with \(reports) reports, \(bytes) bytes"),
            ("in", String(format: "%.2f s, %.0f reports/s", seconds, seconds > 0 ? Double(reports) / seconds : 0)),
        ])
    }

    /// One line of JSON.
    package var json: String {
        JSONLine.encode(Record(messages: messages, reports: reports, bytes: bytes, seconds: seconds))
    }

    private struct Record: Encodable {
        let messages, reports, bytes: Int
        let seconds: Double
    }
}
