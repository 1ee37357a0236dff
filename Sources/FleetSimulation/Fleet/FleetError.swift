import Foundation
import NIOCore
import NIOPosix
package import Operations

package enum FleetError: Error, Equatable, CustomStringConvertible {
    case unreachable(ListenAddress, reason: String)
    /// The terminal number of this vehicle has more digits than the header holds.
    case noNumber(index: Int)
    /// The log of acknowledged reports cannot be written.
    case log(path: String, reason: String)

    package var description: String {
        switch self {
        case .unreachable(let target, let reason): "cannot reach the gateway at \(target): \(reason)"
        case .noNumber(let index): "vehicle \(index + 1) has no terminal number: 12 digits at most before 2019"
        case .log(let path, let reason): "cannot write \(path): \(reason)"
        }
    }

    /// What went wrong with a connection, for people.
    static func reason(of error: any Error) -> String {
        switch error {
        case let error as NIOConnectionError:
            error.connectionErrors.first.map { reason(of: $0.error) } ?? "the name has no address"
        case let error as IOError: String(cString: strerror(error.errnoCode))
        case ChannelError.connectTimeout: "no answer to the connection request"
        default: String(describing: error)
        }
    }
}
