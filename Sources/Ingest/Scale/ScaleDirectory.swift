package import NIOCore
package import Registry
package import WeighScale

/// The registry's scales, and how one is told from the first bytes of a connection and the address that it comes from.
package final class ScaleDirectory: Sendable {
    package enum Finding: Sendable, Equatable {
        /// - length: bytes at the front that name it.
        case scale(ScaleProfile, length: Int)
        /// More bytes may name one. When the link falls silent, `best` is the answer.
        case needMoreData(best: RegistrationList.Match?)
        case unknown
    }

    private let byTerminal: [Int64: ScaleProfile]
    private let registrations: RegistrationList?
    /// In the order of the list's patterns.
    private let byRegistration: [ScaleProfile]
    /// Those without a registration.
    private let byNetwork: [ScaleProfile]
    /// One line for each scale of the registry that cannot be worked with.
    package let problems: [String]
    /// Those of them that are in service.
    private let faulty: Set<Int64>

    package init(_ scales: [Scale] = []) {
        var byTerminal: [Int64: ScaleProfile] = [:]
        var byRegistration: [ScaleProfile] = []
        var byNetwork: [ScaleProfile] = []
        var problems: [String] = []
        var faulty: Set<Int64> = []
        var owners: [BytePattern: String] = [:]
        // One that was taken out of service must not stand before its successor.
        for scale in scales.filter(\.isActive) + scales.filter({ !$0.isActive }) {
            do throws(ScaleProfileError) {
                let profile = try ScaleProfile(scale)
                if let pattern = profile.registration {
                    // The same bytes may be written in two ways.
                    if let other = owners[pattern] {
                        guard scale.isActive else { continue }
                        throw ScaleProfileError("registration: \(other) has the same")
                    }
                    owners[pattern] = scale.code
                    byRegistration.append(profile)
                } else if profile.network != nil {
                    byNetwork.append(profile)
                }
                byTerminal[profile.terminalID] = profile
            } catch {
                problems.append("scale \(scale.code): \(error)")
                if scale.isActive { faulty.insert(scale.terminalID) }
            }
        }
        self.byTerminal = byTerminal
        self.byRegistration = byRegistration
        // The narrower network says more.
        self.byNetwork = byNetwork.sorted { left, right in
            if left.isActive != right.isActive { return left.isActive }
            return (left.network?.length ?? 0) > (right.network?.length ?? 0)
        }
        self.problems = problems
        self.faulty = faulty
        registrations = try? RegistrationList(byRegistration.compactMap(\.registration))
    }

    /// Whether the registry has it in service, but says of it what cannot be.
    package func isFaulty(_ terminalID: Int64) -> Bool { faulty.contains(terminalID) }

    package func scale(of terminalID: Int64) -> ScaleProfile? { byTerminal[terminalID] }

    /// Who speaks, by the first bytes of a connection.
    package func find(in first: ByteBuffer) -> Finding {
        switch registrations?.find(in: first) {
        case .known(let match): .scale(byRegistration[match.index], length: match.length)
        case .needMoreData(let best): .needMoreData(best: best)
        case .unknown, nil: .unknown
        }
    }

    package func scale(at match: RegistrationList.Match) -> ScaleProfile { byRegistration[match.index] }

    /// Who comes from this address without saying its name.
    /// - Parameter dialect: of the port; nil: any.
    package func scale(from address: IPAddress?, dialect: String?) -> ScaleProfile? {
        guard let address else { return nil }
        return byNetwork.first { profile in
            profile.network?.contains(address) == true && (dialect == nil || dialect == profile.dialect)
        }
    }
}
