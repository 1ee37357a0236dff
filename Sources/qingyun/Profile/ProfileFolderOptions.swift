import ArgumentParser
import DeviceProfile
import Foundation
import Operations

/// Where the site's own profiles are.
struct ProfileFolderOptions: ParsableArguments {
    @Option(help: "Folder of the site's own profiles. (default: QINGYUN_PROFILE_DIR)")
    var profileDir: String?

    func catalog() throws -> ProfileCatalog {
        let directory = profileDir ?? ProcessInfo.processInfo.environment["QINGYUN_PROFILE_DIR"]
        do throws(ProfileCatalog.Failure) {
            return try ProfileCatalog(directory: directory)
        } catch {
            FileHandle.standardError.write(Data("qingyun: \(error.description)\n".utf8))
            throw ExitCode(ExitStatus.usage)
        }
    }
}
