import JTT808
import Testing

@testable import DeviceProfile

@Suite("ProfileParser")
struct ProfileParserTests {
    /// Where and what, for `maker.yaml`.
    private func issues(_ yaml: String) -> [String] {
        do throws(ProfileIssues) {
            _ = try ProfileParser.parse(yaml, file: "sites/maker.yaml")
            return []
        } catch {
            return error.issues.map { "\($0.line):\($0.column) \($0.problem)" }
        }
    }

    @Test("a sound profile has all that it says")
    func sound() throws {
        let profile = try ProfileParser.parse(
            """
            name: maker
            summary: Load in 0xe5.
            rules:
              - item: 0xe5
                length: [4, 6]
                when: {at: 0, type: u8, is: [1, 0x10..0x1f]}
                load:
                  channel: 3
                  weight: {at: 1, type: u24, order: little, unit: 0.01 kg, add: -2 kg, none: 0xffffff, min: 0, max: 50000}
                  flags: {stable: {at: 0, type: u8, bits: 7, is: 1}}
            """, file: "sites/maker.yaml")
        let rule = try #require(profile.rules.first)
        #expect(profile.name == "maker")
        #expect(rule.source == .item(0xE5))
        #expect(rule.lengths == [4, 6])
        #expect(
            rule.conditions == [
                Condition(
                    field: NumberField(place: .offset(0), width: 1, encoding: .unsigned), accepted: [1...1, 16...31])
            ])
        guard case .load(let load) = rule.meanings.first else {
            Issue.record("\(rule.meanings)")
            return
        }
        #expect(load.channel == .fixed(3))
        #expect(load.weight.scale == UnitScale(numerator: 10, denominator: 1, offset: -2_000))
        #expect(load.weight.none == [0xFFFFFF])
        #expect(load.weight.bounds == 0...50_000)
        #expect(load.weight.field.isLittleEndian)
        #expect(load.flags.map(\.flag) == [.stable])
    }

    @Test("every error is told, with line and column, in the order of the file")
    func all() {
        #expect(
            issues(
                """
                name: Maker
                colour: red
                rules:
                  - item: 0x1ff
                    lod: 3
                  - item: 0xe5
                    load:
                      weight: {at: 0, type: u31, unit: 0.1 lb}
                      flags: {steady: {at: 0, type: u8, is: 1}}
                """) == [
                    "1:1 the profile lacks 'summary'",
                    "1:7 name is 'Maker'",
                    "2:1 the profile has no 'colour'",
                    "4:5 the rule says nothing",
                    "4:11 item is '0x1ff'",
                    "5:5 the rule has no 'lod'",
                    "8:29 type is 'u31'",
                    "8:40 unit is '0.1 lb'",
                    "9:15 flags has no 'steady'",
                ])
    }

    @Test("the line says what is accepted")
    func accepted() {
        do throws(ProfileIssues) {
            _ = try ProfileParser.parse("name: standard\nsummary: x\nrules: []\n", file: "standard.yaml")
            Issue.record("accepted")
        } catch {
            #expect(
                error.description
                    == """
                    standard.yaml:1:7: name is 'standard'; accepted: 1 to 40 of a-z, 0-9 and '-', a letter first; not \
                    'standard'
                    standard.yaml:3:8: rules is no list of rules; accepted: a list with at least one rule
                    """)
        }
    }

    @Test("the file is named after its profile")
    func fileName() {
        #expect(
            issues("name: other\nsummary: x\nrules:\n  - {item: 1, fuel: {at: 0, type: u8, unit: l}}\n")
                == ["1:7 name is 'other', the file is maker.yaml"])
    }

    @Test(
        "what is no YAML is told where it stops being it",
        arguments: [
            ("", "1:1 the file is empty"), ("name: [a\n", "2:1 this is no YAML"),
            ("a: 1\na: 2\n", "a key stands twice: a"),
        ])
    func noYAML(yaml: String, expected: String) {
        let found = issues(yaml)
        #expect(found.count >= 1 && found[0].contains(expected), "\(found)")
    }

    /// One rule of a profile that is sound but for it; it stands in line 4, from column 5 on.
    @Test(
        "one thing that is wrong is one error",
        arguments: [
            (
                "{item: 1, passthrough: 2, fuel: {at: 0, type: u8, unit: l}}",
                "4:5 the rule does not say what it is about"
            ),
            ("{passthrough: 0xf1, tag: {id: {at: 0}}}", "4:19 passthrough is 0xf1"),
            (
                "{passthrough: 0x41, fuel: {at: 0, type: u8, unit: l}}",
                "4:31 fuel belongs to a position, a 0x0900 has none"
            ),
            ("{item: 2, fuel: {at: 0, type: u8}}", "4:21 fuel has no unit"),
            ("{item: 2, fuel: {type: u8, unit: l}}", "4:21 fuel does not say where it stands"),
            ("{item: 2, fuel: {at: 0, type: bcd, unit: l}}", "4:21 a BCD number lacks 'bytes'"),
            ("{item: 2, fuel: {at: 0, type: u8, bytes: 2, unit: l}}", "4:46 the type says how long the number is"),
            ("{item: 2, fuel: {at: 0, type: u8, bits: 8, unit: l}}", "4:45 bits is '8'"),
            ("{item: 2, fuel: {at: 0, type: i8, bits: 1, unit: l}}", "4:45 bits belong to an unsigned number"),
            ("{item: 2, fuel: {at: 0, type: u8, unit: 0 l}}", "4:45 unit is '0 l'"),
            ("{item: 2, fuel: {at: 0, type: u8, unit: l, add: 1 ml}}", "4:53 add is '1 ml'"),
            ("{item: 2, fuel: {at: 0, type: u8, unit: l, min: 2, max: 1}}", "4:61 max is below min"),
            ("{item: 2, fuel: {column: 2, type: u8, separator: '|', unit: l}}", "4:39 a column of a text is no u8"),
            ("{item: 2, fuel: {column: 2, type: decimal, unit: l}}", "4:21 fuel lacks 'separator'"),
            ("{item: 2, tag: {id: {at: 0, bytes: 0}}}", "4:40 bytes is '0'"),
            ("{item: 2, tag: {technology: nfc, id: {at: 0}}}", "4:33 technology is 'nfc'"),
            ("{item: 2, lift: {mode: platform}}", "4:21 lift has no weight"),
            (
                "{item: 2, load: {weight: {at: 0, type: u8, unit-at: {at: 1, type: u8, units: {0: l}}}}}",
                "4:86 unit is 'l'"
            ),
            ("{item: 2, when: {at: 0, type: u8, is: 9..1}, fuel: {at: 0, type: u8, unit: l}}", "4:43 is is '9..1'"),
            ("{item: 2, each: {from: 1}, tag: {id: {at: 0}}}", "4:21 each lacks 'bytes'"),
        ])
    func one(rule: String, expected: String) {
        #expect(issues("name: maker\nsummary: x\nrules:\n  - \(rule)\n") == [expected])
    }
}
