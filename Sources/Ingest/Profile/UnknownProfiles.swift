import DeviceProfile
import Logging
import Metrics
import Registry
import Synchronization

/// Says which profiles the registry names and this gateway does not have: each once, and how many terminals wait for one.
final class UnknownProfiles: Sendable {
    private let known = Mutex<Set<String>>([])
    private let terminalsWithout = Meter(label: "qingyun_terminals_without_profile")

    func report(_ terminals: [Terminal], _ profiles: ProfileCatalog, logger: Logger) {
        var counts: [String: Int] = [:]
        for terminal in terminals where profiles.place(of: terminal.profile) == nil {
            counts[terminal.profile, default: 0] += 1
        }
        terminalsWithout.set(counts.values.reduce(0, +))
        let current = Set(counts.keys)
        let new = known.withLock { known in
            defer { known = current }
            return current.subtracting(known)
        }
        for name in new.sorted() {
            logger.error(
                "the registry names a profile that is not here: its terminals' vendor items stay raw",
                metadata: ["profile": "\(name)", "terminals": "\(counts[name] ?? 0)"])
        }
    }
}
