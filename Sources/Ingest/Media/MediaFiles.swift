import Dispatch
import Foundation
package import NIOCore
package import Operations
import Synchronization

/// The folder that pictures, sounds and videos are written to, within a bound. Writing happens on a thread of its own: a disk
/// that is slow must not hold up an event loop.
package final class MediaFiles: Sendable {
    package enum Outcome: Sendable, Equatable {
        /// It is on the disk, under this path below the folder.
        case kept(path: String)
        case notKept(Obstacle)
    }

    /// Why a file was not written. Bounded: it labels a metric.
    package enum Obstacle: String, Sendable, CaseIterable {
        /// The folder holds as much as it may.
        case noRoom = "no_room"
        /// The disk does not take it.
        case failed
        /// More waits for the disk than may.
        case busy
    }

    /// Bytes that wait for the disk at most.
    private static let mostWaiting = 32 << 20

    private let folder: URL
    private let limitBytes: Int
    private let queue = DispatchQueue(label: "media files", qos: .utility)
    private let waiting = Atomic(0)
    /// What the folder holds; touched on the queue alone, and read for metrics.
    private let held = Atomic(0)

    /// - Parameter limitBytes: what is there already counts.
    /// - Throws: ``SettingsError`` when the folder cannot be made or written to.
    package init(directory: String, limitBytes: Int) throws(SettingsError) {
        folder = URL(fileURLWithPath: directory, isDirectory: true)
        self.limitBytes = limitBytes
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let probe = folder.appending(path: ".probe-\(getpid())")
            try Data().write(to: probe)
            try FileManager.default.removeItem(at: probe)
        } catch {
            throw SettingsError(
                description:
                    "QINGYUN_MEDIA_DIR (--media-dir): \(directory) cannot be written to: \(error.localizedDescription); accepted: "
                    + "a folder that the gateway may write to")
        }
        queue.async { self.count() }
    }

    package var bytesHeld: Int { held.load(ordering: .relaxed) }

    /// Writes `bytes` to `path` below the folder. A file that is there under this path with as many bytes is the same one.
    /// - Parameter completion: called on another thread, once the file and its name are on the disk, or will not be.
    package func keep(_ bytes: ByteBuffer, as path: String, completion: @escaping @Sendable (Outcome) -> Void) {
        let count = bytes.readableBytes
        guard waiting.add(count, ordering: .relaxed).newValue <= Self.mostWaiting else {
            waiting.subtract(count, ordering: .relaxed)
            completion(.notKept(.busy))
            return
        }
        queue.async {
            let outcome = self.write(bytes, to: path)
            self.waiting.subtract(count, ordering: .relaxed)
            completion(outcome)
        }
    }

    private func write(_ bytes: ByteBuffer, to path: String) -> Outcome {
        let target = folder.appending(path: path)
        let count = bytes.readableBytes
        let present = try? FileManager.default.attributesOfItem(atPath: target.path)[.size] as? Int
        if present == count {
            // It may be there because an earlier attempt failed behind the rename.
            return Self.synchronize(target) && synchronizeFolders(of: target) ? .kept(path: path) : .notKept(.failed)
        }
        guard bytesHeld + count <= limitBytes else { return .notKept(.noRoom) }
        let next = target.appendingPathExtension("part")
        do {
            let day = target.deletingLastPathComponent()
            try FileManager.default.createDirectory(at: day, withIntermediateDirectories: true)
            try Data(bytes.readableBytesView).write(to: next)
            let handle = try FileHandle(forWritingTo: next)
            // On the disk before its name is, and its name before anybody is told.
            try handle.synchronize()
            try handle.close()
            guard rename(next.path, target.path) == 0 else { throw POSIXError(.EIO) }
        } catch {
            try? FileManager.default.removeItem(at: next)
            return .notKept(.failed)
        }
        held.add(count, ordering: .relaxed)
        return synchronizeFolders(of: target) ? .kept(path: path) : .notKept(.failed)
    }

    /// The names of the file and of the folders above it, up to the media folder, any of which may be new.
    private func synchronizeFolders(of target: URL) -> Bool {
        var current = target.deletingLastPathComponent()
        while current.path.count > folder.path.count {
            guard Self.synchronize(current) else { return false }
            current = current.deletingLastPathComponent()
        }
        return Self.synchronize(folder)
    }

    private static func synchronize(_ url: URL) -> Bool {
        let descriptor = open(url.path, O_RDONLY)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }

    /// Adds up what an earlier run left; first on the queue, so before anything is written.
    private func count() {
        var total = 0
        let files = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: [.isRegularFileKey, .fileSizeKey])
        while let url = files?.nextObject() as? URL {
            let values = try? url.resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
            // Folders have a size as well.
            if values?.isRegularFile == true { total += values?.fileSize ?? 0 }
        }
        held.store(total, ordering: .relaxed)
    }
}
