import Operations
import Testing

@testable import Timeliness

@Suite("ChannelFile: channels and routes as a file names them")
struct ChannelFileTests {
    private struct NoSuchFile: Error {}

    private func parse(_ yaml: String) throws -> NotificationSetup {
        try ChannelFile.parse(
            yaml, path: "c.yaml", environment: ["ROBOT": "https://example.com/send?access_token=fromenv", "EMPTY": ""]
        ) { path in
            switch path {
            case "one-line": "https://example.com/send?access_token=fromfile\n"
            case "two-lines": "a\nb\n"
            default: throw NoSuchFile()
            }
        }
    }

    private func faults(_ yaml: String) -> [String] {
        do {
            _ = try parse(yaml)
            return []
        } catch let error as SettingsError {
            return error.description.split(separator: "\n").map(String.init)
        } catch {
            return ["\(error)"]
        }
    }

    @Test("everything that can be said is read")
    func whole() throws {
        let setup = try parse(
            """
            channels:
              - name: district
                form: dingtalk
                url-env: ROBOT
                secret: SEC123456
                quiet-hours: 22:00-07:00
                per-minute: 18
                points: 5
              - {name: street-1, form: wecom, url-file: one-line}
              - {name: program, form: json, url: "http://127.0.0.1:8080/hook"}
              - {name: journal, form: log}
            routes:
              - channels: [district, journal]
                kinds: [late_collection, duty_absent]
                events: [raised, withdrawn, collected_late]
              - channels: street-1
                streets: ["110114001", 110114119]
              - channels: program
            """)
        let district = try #require(setup.channel("district"))
        #expect(district.url.value == "https://example.com/send?access_token=fromenv")
        #expect(district.secret?.value == "SEC123456")
        #expect(district.quietHours?.description == "22:00-07:00")
        #expect((district.perMinute, district.pointLimit) == (18, 5))
        #expect(setup.channel("street-1")?.url.value == "https://example.com/send?access_token=fromfile")
        #expect(setup.channel("street-1")?.perMinute == 20)
        #expect(setup.channels.map(\.form) == [.dingtalk, .wecom, .json, .log])
        #expect(setup.routes.map(\.channels) == [["district", "journal"], ["street-1"], ["program"]])
        #expect(setup.routes.map(\.streets) == [nil, ["110114001", "110114119"], nil])
        #expect(setup.routes[0].events == ["raised", "withdrawn", "collected_late"])
    }

    @Test("without routes every channel gets everything")
    func noRoutes() throws {
        let setup = try parse("channels: [{name: a, form: log}, {name: b, form: log}]")
        #expect(setup.routes == [NotificationRoute(channels: ["a", "b"])])
    }

    @Test("what is wrong is named with its line and what is accepted, all of it at once")
    func everyFault() {
        let found = faults(
            """
            channels:
              - {name: a, form: dingtalk}
              - {name: a, form: log}
              - {name: b, form: pigeon}
              - {name: c, form: wecom, url: "https://x.example/?key=1", secret: abcd}
              - {name: d, form: log, quiet-hours: nights}
              - {name: e, form: json, url: ftp://x}
              - {name: f, form: json, url-env: EMPTY}
              - {name: g, form: json, url-file: two-lines}
              - {name: h, form: json, url-file: missing}
              - {name: i, form: json, url: "http://x", url-env: ROBOT}
              - {name: j, form: log, points: 0, colour: red}
            routes:
              - {channels: [a, nowhere]}
              - {kinds: [late_collection]}
              - {channels: [a], events: [rised]}
            """)
        let expected = [
            (2, "channel a has no address"), (4, "channel b has no form"), (5, "channel c has a secret"),
            (6, "quiet-hours of channel d"), (7, "channel e has no address"),
            (8, "url-env of channel f names no variable that is set"),
            (9, "url-file of channel g names a file with 2 lines"),
            (10, "url-file of channel h names no file that can be read"), (11, "has its url twice"),
            (12, "a channel has no 'colour'"),
            (12, "points of channel j"), (14, "'nowhere', which is no channel"), (15, "a route has no channels"),
            (16, "'rised', which is no event"),
        ]
        for (line, text) in expected {
            #expect(
                found.contains { $0.hasPrefix("c.yaml:\(line): ") && $0.contains(text) && $0.contains("; accepted: ") },
                "\(line) \(text): \(found)")
        }
    }

    @Test("two channels of one name are refused")
    func names() {
        #expect(
            faults("channels: [{name: a, form: log}, {name: a, form: log}]").first?.contains(
                "two channels are called 'a'") == true)
    }

    @Test(
        "no text about a fault holds a secret",
        arguments: [
            "channels: [{name: a, form: wecom, url: \"https://x.example/?key=TOPSECRET\", secret: TOPSECRET}]",
            "channels: [{name: a, form: json, url: \"ftp://TOPSECRET\"}]",
            "channels: [{name: a, form: json, url: \"http://x\", secret: TOPSECRET, secret-env: TOPSECRET2}]",
            "channels: [{name: a, form: dingtalk, secret: TOPSECRET",
            "channels: [{name: a, form: json, url: \"http://x\", secret-env: TOPSECRET}]",
            "channels: [{name: a, form: json, url-file: TOPSECRET}]",
        ])
    func secrets(_ yaml: String) {
        let found = faults(yaml)
        #expect(!found.isEmpty)
        #expect(!found.joined().contains("TOPSECRET"), "\(found)")
    }

    @Test("a channel that is printed or dumped shows no secret")
    func dumps() throws {
        let setup = try parse("channels: [{name: a, form: dingtalk, url-env: ROBOT, secret: SEC123456}]")
        var dumped = ""
        dump(setup, to: &dumped)
        for text in ["\(setup)", String(reflecting: setup), dumped] {
            #expect(!text.contains("fromenv") && !text.contains("SEC123456"))
        }
    }

    @Test("a kind that is none, and a channel that no route goes to, are refused")
    func routes() {
        let start = "channels: [{name: a, form: log}, {name: b, form: log}]\nroutes: "
        #expect(
            faults(start + "[{channels: [a, b], kinds: late_colection}]").first?.contains("'late_colection'") == true)
        #expect(faults(start + "[{channels: a}]").first?.contains("no route goes to channel b") == true)
        #expect(faults(start + "[{channels: a}, {channels: b, kinds: duty_short}]").isEmpty)
    }

    @Test("an empty file, and one without channels, are refused", arguments: ["", "channels: []", "routes: []", "- 1"])
    func empty(_ yaml: String) { #expect(!faults(yaml).isEmpty || (try? parse(yaml)) == nil) }
}
