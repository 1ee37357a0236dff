import Foundation

/// What a process is called in the database.
package enum InstanceName {
    /// Host and process for people, and a random part because both come again: `host/4711/1a2b3c`.
    package static func make() -> String {
        let process = ProcessInfo.processInfo
        let random = String(UInt32.random(in: .min ... .max), radix: 36)
        return "\(process.hostName)/\(process.processIdentifier)/\(random)"
    }
}
