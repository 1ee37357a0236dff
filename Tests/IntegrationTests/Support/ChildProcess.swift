import Foundation
import Synchronization

/// A child of the test process, with files in place of its standard streams.
///
/// `Foundation.Process` learns of a child's end through a socket that children started at the same moment inherit: then an end
/// goes unnoticed until they have ended too. This one asks the system.
final class ChildProcess: Sendable {
    struct NotStarted: Error {
        let path: String
        let reason: String
    }

    /// Settings of ours that a child keeps whatever its environment: under a sanitizer it must report where we do.
    private static let kept = ProcessInfo.processInfo.environment.filter { name, _ in
        ["ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "SWIFT_BACKTRACE"].contains(name)
    }

    let identifier: pid_t
    private let status = Mutex<Int32?>(nil)

    /// - Parameters:
    ///   - input: path of the file that becomes the standard input.
    ///   - output: path of a file to which the standard output is appended; `errors` likewise.
    init(
        _ executable: URL, arguments: [String] = [], environment: [String: String], input: String = "/dev/null",
        output: String = "/dev/null", errors: String = "/dev/null"
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        Self.keepDescriptors()
        let argv = ([executable.path] + arguments).map { strdup($0) } + [nil]
        let envp = environment.merging(Self.kept) { given, _ in given }.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in argv + envp { free(pointer) } }
        var identifier: pid_t = 0
        let error = posix_spawn(&identifier, executable.path, &actions, nil, argv, envp)
        guard error == 0 else {
            throw NotStarted(path: executable.path, reason: String(cString: strerror(error)))
        }
        self.identifier = identifier
    }

    /// A socket that another test just made must not live on in a child: it would not close when that test closes it.
    private static func keepDescriptors() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? [] {
            guard let descriptor = Int32(name), descriptor > 2 else { continue }
            let flags = fcntl(descriptor, F_GETFD)
            if flags >= 0 { _ = fcntl(descriptor, F_SETFD, flags | FD_CLOEXEC) }
        }
    }

    /// SIGKILL when it still runs: no test leaves a child behind.
    deinit {
        guard exitStatus == nil else { return }
        Foundation.kill(identifier, SIGKILL)
        var raw: Int32 = 0
        waitpid(identifier, &raw, 0)
    }

    /// The exit status, or 128 and the number of the signal that ended it; nil while it runs.
    var exitStatus: Int32? {
        status.withLock { status in
            if let status { return status }
            var raw: Int32 = 0
            guard waitpid(identifier, &raw, WNOHANG) == identifier else { return nil }
            let signal = raw & 0x7F
            status = signal == 0 ? (raw >> 8) & 0xFF : 128 + signal
            return status
        }
    }

    func send(signal: Int32) { Foundation.kill(identifier, signal) }
}
