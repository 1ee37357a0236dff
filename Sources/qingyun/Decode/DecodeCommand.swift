import ArgumentParser
import DeviceProfile
import Foundation

struct DecodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decode",
        abstract: "Decode JT/T 808 frames: hex on standard input, one a line, to one JSON object a line.",
        discussion: """
            Frames stand with their flags and escapes as captured: 7e0002000001234567890000 0a81 7e. White space and a \
            leading 0x are ignored, empty lines passed over. A faulty frame gives {"error": "escape" | "truncated" | \
            "checksum" | "length" | "empty"}, a line that is no hex {"error": "hex"}, a stretch with several frames \
            {"frames": [...], "junk_len": n, "pending_len": n} and, when there are slices among them, what they make \
            together. docs/protocols/vectors.md names the keys.
            """)

    @Option(help: "Device profile: what it finds in the vendor items stands under \"interpreted\".")
    var profile: String?
    @OptionGroup var folder: ProfileFolderOptions

    func run() throws {
        let profile = try self.profile.map { name in
            guard let profile = try folder.catalog()[name] else {
                throw ValidationError("there is no profile '\(name)'; accepted: see `qingyun profile list`")
            }
            return profile
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        while let line = readLine() {
            guard line.contains(where: { !$0.isWhitespace }) else { continue }
            var output = try encoder.encode(LineDecoder.decode(line, profile: profile))
            output.append(0x0A)
            try FileHandle.standardOutput.write(contentsOf: output)
        }
    }
}
