import JTT808
import NIOCore
import Testing

@testable import Downlink

@Suite("CommandContent: what goes over the wire")
struct CommandMessageTests {
    private func hex(_ message: CommandMessage) -> String {
        ParameterText.hex(Array(message.body.readableBytesView))
    }

    private func error(_ content: CommandContent, _ edition: Edition = .edition2013) -> String? {
        do throws(CommandError) {
            _ = try content.message(for: edition)
            return nil
        } catch {
            return error.description
        }
    }

    /// 你好 is c4e3 bac3 in GBK. Flags: b2 display, b3 speak, b0 urgent up to 2013; in 2019 b0 and b1 are 1 service, 2 urgent.
    @Test(
        "a text has its edition's flags, kind and end",
        arguments: [
            (Edition.edition2011, "04c4e3bac300"), (.edition2013, "04c4e3bac3"), (.edition2019, "0501c4e3bac3"),
        ])
    func text(edition: Edition, expected: String) throws {
        let message = try CommandContent.text(.init(text: "你好")).message(for: edition)
        #expect(message.id == .textMessage)
        #expect(hex(message) == expected)
    }

    @Test("an urgent text that is spoken and not shown says so")
    func flags() throws {
        let content = CommandContent.text(.init(text: "A", urgent: true, display: false, speak: true))
        #expect(hex(try content.message(for: .edition2013)) == "0941")
        #expect(hex(try content.message(for: .edition2019)) == "0a0141")
    }

    @Test("a text that GBK lacks, is too long or empty is refused with the reason")
    func refusedTexts() throws {
        #expect(
            error(.text(.init(text: "go 🚛")))
                == "the text contains '🚛', which terminals cannot show; accepted: GBK characters")
        #expect(error(.text(.init(text: String(repeating: "好", count: 512)))) == nil)
        let long = try #require(error(.text(.init(text: String(repeating: "好", count: 513)))))
        #expect(long.contains("1026 bytes in GBK; accepted: at most 1024"))
        #expect(error(.text(.init(text: ""))) != nil)
        #expect(error(.text(.init(text: "a\0b"))) != nil)
    }

    @Test("the reporting interval is parameter 0x0029 in 0x8103; 2011 counts twice")
    func interval() throws {
        let content = CommandContent.interval(.init(seconds: 300))
        #expect(try content.message(for: .edition2013).id == .parameterSetting)
        #expect(hex(try content.message(for: .edition2013)) == "0100000029040000012c")
        #expect(hex(try content.message(for: .edition2011)) == "010100000029040000012c")
        for seconds in [0, -5, 86_401] {
            #expect(
                error(.interval(.init(seconds: seconds)))?.contains("\(seconds) is not accepted; accepted: 1 to 86400")
                    == true)
        }
    }

    @Test("questions: all parameters 0x8104, some 0x8106, attributes 0x8107, position 0x8201; 2011 has two of them")
    func questions() throws {
        let all = try CommandContent.queryParameters(.init(ids: [])).message(for: .edition2011)
        #expect(all == CommandMessage(id: .allParametersQuery))
        let some = CommandContent.queryParameters(.init(ids: ["0x0001", "report_interval_s"]))
        #expect(try some.message(for: .edition2013).id == .parameterQuery)
        #expect(hex(try some.message(for: .edition2013)) == "020000000100000029")
        #expect(error(some, .edition2011) != nil)
        #expect(error(.attributes, .edition2011) != nil)
        #expect(try CommandContent.attributes.message(for: .edition2013) == CommandMessage(id: .attributesQuery))
        #expect(try CommandContent.locate.message(for: .edition2011) == CommandMessage(id: .locationQuery))
    }

    @Test("restart is command 4 of 0x8105; tracking has a duration unless it stops")
    func control() throws {
        #expect(try CommandContent.restart.message(for: .edition2019).id == .terminalControl)
        #expect(hex(try CommandContent.restart.message(for: .edition2019)) == "04")
        let track = try CommandContent.track(.init(seconds: 5, durationS: 60)).message(for: .edition2013)
        #expect(track.id == .trackingRequest)
        #expect(hex(track) == "00050000003c")
        #expect(hex(try CommandContent.track(.init(seconds: 0)).message(for: .edition2013)) == "0000")
        #expect(error(.track(.init(seconds: 5)))?.contains("duration") == true)
        #expect(error(.track(.init(seconds: -1, durationS: 60)))?.contains("0 to 65535") == true)
    }

    /// 40.22 degrees are 0x0265b560, 116.23 degrees 0x06ed8770. Attributes: b0 timed, b1 speed limit, b2 driver on entry,
    /// b5 platform on exit, b6 south, b7 west.
    @Test("a circle: added, with what its rules ask for")
    func circle() throws {
        var rules = CommandContent.Rules(id: 7, notices: [.driverEntry, .platformExit])
        let plain = CommandContent.circle(.init(rules: rules, center: .init(lat: 40.22, lon: 116.23), radiusM: 500))
        #expect(try plain.message(for: .edition2013).id == .circleRegions)
        #expect(
            hex(try plain.message(for: .edition2013)) == "0101" + "00000007" + "0024" + "0265b560" + "06ed8770"
                + "000001f4")
        rules.from = "08:30"
        rules.until = "18:00"
        rules.topKmh = 60
        rules.overspeedS = 5
        rules.notices = nil
        rules.name = "A"
        let full = CommandContent.circle(.init(rules: rules, center: .init(lat: -40.22, lon: -116.23), radiusM: 1))
        let sent = hex(try full.message(for: .edition2019))
        let region = "00000007" + "00c3" + "0265b560" + "06ed8770" + "00000001"
        #expect(sent == "0101" + region + "000000083000" + "000000180000" + "003c05" + "003c" + "0001" + "41")
    }

    @Test("rectangle, polygon and route have their messages, and refuse what is no such shape")
    func shapes() throws {
        let rules = CommandContent.Rules(id: 1)
        let places = [(40.1, 116.1), (40.2, 116.1), (40.2, 116.2)].map { CommandContent.Place(lat: $0.0, lon: $0.1) }
        let rectangle = CommandContent.Rectangle(
            rules: rules, topLeft: places[1], bottomRight: .init(lat: 40.1, lon: 116.2))
        #expect(try CommandContent.rectangle(rectangle).message(for: .edition2013).id == .rectangleRegions)
        let turned = CommandContent.Rectangle(
            rules: rules, topLeft: rectangle.bottomRight, bottomRight: rectangle.topLeft)
        #expect(error(.rectangle(turned))?.contains("top left") == true)

        let polygon = try CommandContent.polygon(.init(rules: rules, vertices: places)).message(for: .edition2013)
        #expect(polygon.id == .polygonRegion)
        let span = polygon.body.readableBytesSpan
        #expect(try PolygonRegion(body: span, edition: .edition2013).vertices.count == 3)
        #expect(error(.polygon(.init(rules: rules, vertices: Array(places.prefix(2)))))?.contains("3 to 1000") == true)

        let route = try CommandContent.route(.init(rules: rules, points: places, widthM: 30)).message(for: .edition2013)
        #expect(route.id == .route)
        let routeSpan = route.body.readableBytesSpan
        let points = try Route(body: routeSpan, edition: .edition2013).points
        #expect(points.map(\.segmentID) == [1, 2, 3])
        #expect(points.map(\.latitudeE6) == [40_100_000, 40_200_000, 40_200_000])
        #expect(error(.route(.init(rules: rules, points: places, widthM: 256)))?.contains("1 to 255") == true)
    }

    @Test("deleting names the shape by its message; no ids are all")
    func deletion() throws {
        let messages: [(CommandContent.RegionShape, MessageID)] = [
            (.circle, .circleDeletion), (.rectangle, .rectangleDeletion), (.polygon, .polygonDeletion),
            (.route, .routeDeletion),
        ]
        for (shape, id) in messages {
            #expect(try CommandContent.deleteRegions(.init(shape: shape, ids: [])).message(for: .edition2013).id == id)
        }
        let some = try CommandContent.deleteRegions(.init(shape: .circle, ids: [9])).message(for: .edition2013)
        #expect(hex(some) == "0100000009")
        #expect(error(.deleteRegions(.init(shape: .circle, ids: Array(0..<126))))?.contains("at most 125") == true)
    }

    @Test("places, ids and times of day that are none are refused")
    func refusedRegions() throws {
        let circle = { (rules: CommandContent.Rules, lat: Double) in
            CommandContent.circle(.init(rules: rules, center: .init(lat: lat, lon: 116), radiusM: 5))
        }
        #expect(error(circle(.init(id: 1), 90.5))?.contains("-90 to 90") == true)
        #expect(error(circle(.init(id: 0), 40)) != nil)
        for time in ["24:00", "08:60", "8:30", "+8:30", "0830", "08:30:00", ""] {
            #expect(error(circle(.init(id: 1, from: time, until: "10:00"), 40))?.contains("HH:MM") == true, "\(time)")
        }
        #expect(error(circle(.init(id: 1, topKmh: 0), 40)) != nil)
        let across = [(0.1, 116.1), (-0.2, 116.1), (0.2, 116.2)].map { CommandContent.Place(lat: $0.0, lon: $0.1) }
        #expect(error(.polygon(.init(rules: .init(id: 1), vertices: across)))?.contains("equator") == true)
    }
}
