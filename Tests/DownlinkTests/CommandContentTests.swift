import Testing

@testable import Downlink

@Suite("CommandContent: its form in the queue")
struct CommandContentTests {
    @Test("every kind comes back as it was written")
    func roundTrip() throws {
        let rules = CommandContent.Rules(
            id: 3, name: "站", from: "08:30", until: "18:00", topKmh: 40, notices: [.driverExit])
        let place = CommandContent.Place(lat: 40.22, lon: -116.23)
        let contents: [CommandContent] = [
            .text(.init(text: "请返回", urgent: true)), .locate, .interval(.init(seconds: 10)),
            .parameters(.init(set: ["0x0029=30"])), .queryParameters(.init(ids: ["0x0001"])), .attributes, .restart,
            .track(.init(seconds: 5, durationS: 60)), .circle(.init(rules: rules, center: place, radiusM: 5)),
            .rectangle(.init(rules: rules, topLeft: place, bottomRight: place)),
            .polygon(.init(rules: rules, vertices: [place])), .route(.init(rules: rules, points: [place], widthM: 3)),
            .deleteRegions(.init(shape: .polygon, ids: [1])),
        ]
        #expect(Set(contents.map(\.kind)) == Set(CommandKind.allCases))
        for content in contents {
            #expect(try CommandContent(kind: content.kind.rawValue, arguments: content.arguments) == content)
        }
    }

    @Test("arguments are readable")
    func readable() {
        #expect(CommandContent.text(.init(text: "请返回", speak: true)).arguments == #"{"speak":true,"text":"请返回"}"#)
        #expect(CommandContent.track(.init(seconds: 5, durationS: 60)).arguments == #"{"duration_s":60,"seconds":5}"#)
        #expect(CommandContent.locate.arguments == "{}")
    }

    @Test("another version's kind and arguments that do not fit are refused with the reason")
    func refusals() {
        #expect(throws: CommandError("this gateway knows no command 'self_destruct'")) {
            try CommandContent(kind: "self_destruct", arguments: "{}")
        }
        #expect(throws: CommandError("the arguments of 'text' cannot be read: 'text' is missing")) {
            try CommandContent(kind: "text", arguments: "{}")
        }
        #expect(throws: CommandError.self) { try CommandContent(kind: "interval", arguments: #"{"seconds":"ten"}"#) }
    }
}
