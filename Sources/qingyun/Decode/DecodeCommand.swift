import ArgumentParser
import DeviceProfile
import FieldReport
import Foundation
import JTT808
import WeighScale

struct DecodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decode",
        abstract: "Decode JT/T 808 frames, or the streams of weighing indicators and tag readers.",
        discussion: """
            Input is hex, as arguments, in a file or on standard input, where each line stands for itself; or a file of \
            the bytes themselves. Frames stand with their flags and escapes as captured: \
            7e0002000001234567890000 0a81 7e. White space and a leading 0x are ignored, empty lines passed over.

            Without --explain each input is one JSON object. A faulty frame gives {"error": "escape" | "truncated" | \
            "checksum" | "length" | "empty"}, a line that is no hex {"error": "hex"}, a stretch with several frames \
            {"frames": [...], "junk_len": n, "pending_len": n} and, when there are slices among them, what they make \
            together. docs/protocols/vectors.md names the keys.

            --explain shows each field: offset, bytes as received, name, value and meaning; what does not decode is shown \
            raw, with the reason. --scale does so for the stream of an indicator or a tag reader, whose lines belong together.
            """)

    @Argument(help: ArgumentHelp("Hex, or files that hold hex or bytes. Default: standard input.", valueName: "input"))
    var inputs: [String] = []

    @Flag(help: "Show every field with offset, bytes, name, value and meaning.")
    var explain = false

    @Flag(help: "Write what --explain and --scale show as JSON, an object an input.")
    var json = false

    @Option(
        help: "Edition whose layouts bodies have, for frames that do not say: 2011, 2013 or 2019.", transform: named)
    var edition: Edition?

    @Option(help: ArgumentHelp("Dialect of a stream: \(StreamDialect.names).", valueName: "dialect"))
    var scale: StreamDialect?

    @Option(help: "Whether Toledo frames carry a checksum: absent, required or automatic.", transform: named)
    var scaleChecksum = ScaleDialect.Checksum.automatic

    @Option(help: "Unit where the frames name none: g, kg, t, lb, oz, ozt, dwt, ton or N.", transform: named)
    var scaleUnit = WeightUnit.kilogram

    @Flag(help: "Bit 7 of every byte of the scale's stream is parity.")
    var scaleParity = false

    @Option(
        help:
            "Device profile: what it finds in the vendor items stands under \"interpreted\", or below the table of --explain."
    )
    var profile: String?
    @OptionGroup var folder: ProfileFolderOptions

    func validate() throws {
        if profile != nil && scale != nil {
            throw ValidationError("--profile goes without --scale: scales have no vendor items")
        }
        if json && !explain && scale == nil {
            throw ValidationError("--json goes with --explain or --scale; without them the output is JSON already")
        }
        if edition != nil && !explain {
            throw ValidationError("--edition goes with --explain")
        }
    }

    func run() throws {
        let profile = try self.profile.map { name in
            guard let profile = try folder.catalog()[name] else {
                throw ValidationError("there is no profile '\(name)'; accepted: see `qingyun profile list`")
            }
            return profile
        }
        for chunk in DecodeInput(inputs, isOneStream: scale != nil) {
            try FileHandle.standardOutput.write(contentsOf: Data((output(chunk.get(), profile) + "\n").utf8))
        }
    }

    private func output(_ chunk: DecodeInput.Chunk, _ profile: DeviceProfile?) throws -> String {
        guard explain || scale != nil else {
            return try encoded(
                chunk.bytes.map { LineDecoder.decode($0, profile: profile) }
                    ?? LineDecoder.decode(chunk.text, profile: profile))
        }
        guard let bytes = chunk.bytes else {
            return json ? try encoded(LineDecoder.decode(chunk.text)) : "not hex: \(chunk.text)\n"
        }
        if let scale {
            let explanation = scale.explain(bytes, checksum: scaleChecksum, unit: scaleUnit, clearsParity: scaleParity)
            return json ? try encoded(ExplanationJSON.value(explanation)) : FieldTable.rendered(explanation)
        }
        let (stream, messages) = FrameExplainer(edition: edition).explain(bytes)
        guard !json else {
            return try encoded(
                ExplanationJSON.value(
                    stream, messages, interpreted: profile.map { ProfileDescription.json(of: bytes, with: $0) }))
        }
        return FieldTable.rendered(stream)
            + messages.map { message in
                "\n" + message.title + "\n" + (message.body.map { FieldTable.rendered($0) } ?? "")
            }.joined() + (profile.map { ProfileDescription.text(of: bytes, with: $0) } ?? "")
    }

    private func encoded(_ value: JSONValue) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

/// The case of that name, or an error that says what is accepted.
private func named<Value: RawRepresentable<String> & CaseIterable>(_ text: String) throws -> Value {
    guard let value = Value(rawValue: text) else {
        let names = Value.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("must be one of \(names)")
    }
    return value
}
