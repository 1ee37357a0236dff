/// Who may deliver data.
package enum RegistrationPolicy: String, Sendable, CaseIterable {
    /// Terminals in the registry alone. Others get result 4 and leave a counter behind.
    case known
    /// Everybody: a terminal that is not in the registry is entered as `unclaimed`.
    case open
}
