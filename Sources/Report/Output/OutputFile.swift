internal import Glibc

/// A file that is there whole or not at all: written under another name, brought to the disk, then renamed. Or the standard output.
final class OutputFile {
    private let path: String?
    private let partial: String
    private var descriptor: Int32

    /// - Parameter path: nil: the standard output.
    /// - Throws: ``ReportError/file(_:reason:)``
    init(_ path: String?) throws(ReportError) {
        self.path = path
        partial = (path ?? "") + ".partial"
        // What a run that was killed left behind is of no use.
        descriptor =
            path == nil ? STDOUT_FILENO : open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure("cannot be written") }
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    deinit {
        guard path != nil, descriptor >= 0 else { return }
        close(descriptor)
        unlink(partial)
    }

    /// - Throws: ``ReportError/file(_:reason:)``
    func write(_ bytes: [UInt8]) throws(ReportError) {
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
            }
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw failure("cannot be written") }
            start += written
        }
    }

    /// Its bytes and its name are on the disk when this returns; nothing may be written afterwards.
    /// - Throws: ``ReportError/file(_:reason:)``
    func commit() throws(ReportError) {
        guard let path else { return }
        guard fsync(descriptor) == 0 else { throw failure("cannot be brought to the disk") }
        close(descriptor)
        descriptor = -1
        guard rename(partial, path) == 0 else { throw failure("cannot be renamed") }
        let directory = open(
            path.lastIndex(of: "/").map { String(path[...$0]) } ?? ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw failure("its folder cannot be opened") }
        defer { close(directory) }
        guard fsync(directory) == 0 else { throw failure("its folder cannot be brought to the disk") }
    }

    private func failure(_ what: String) -> ReportError {
        .file(path ?? "standard output", reason: "\(what): \(String(cString: strerror(errno)))")
    }
}
