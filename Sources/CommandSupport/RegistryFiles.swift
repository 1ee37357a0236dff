import Foundation
import Operations
package import Registry

/// The files that a command line names.
package enum RegistryFiles {
    private static let mostBytes = 512 << 20

    package static func read(_ paths: [String]) throws -> [RegistryFile] {
        var files: [RegistryFile] = []
        var total = 0
        for path in try paths.flatMap(expand) {
            let data: Data
            do {
                data = try Data(contentsOf: URL(fileURLWithPath: path))
            } catch {
                throw failure("\(path) cannot be read: \(error.localizedDescription)", status: ExitStatus.usage)
            }
            total += data.count
            guard total <= mostBytes else {
                throw failure("the files have more than \(mostBytes) bytes together", status: ExitStatus.usage)
            }
            files.append(RegistryFile(path: path, bytes: [UInt8](data)))
        }
        return files
    }

    /// A folder stands for its CSV files, in the order of their names.
    private static func expand(_ path: String) throws -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw failure("\(path): there is no such file or folder", status: ExitStatus.usage)
        }
        guard isFolder.boolValue else { return [path] }
        let names = try FileManager.default.contentsOfDirectory(atPath: path).filter {
            $0.lowercased().hasSuffix(".csv")
        }
        guard !names.isEmpty else { throw failure("\(path): the folder has no CSV files", status: ExitStatus.usage) }
        return names.sorted().map { URL(fileURLWithPath: path).appending(path: $0).relativePath }
    }
}
