/// When each report of an open loop is due, in nanoseconds from the start: fixed beforehand, so that a slow gateway delays
/// reports but cannot make them fewer.
///
/// Reports of the whole fleet are counted from 0 and evenly spaced; report `k` is made by vehicle `k % vehicles`. During the
/// ramp the rate grows in proportion to the time, so that `k` reports are due after `sqrt(2 * ramp * k / rate)` seconds.
package struct LoadSchedule: Sendable {
    private let perSecond: Double
    private let rampSeconds: Double
    /// Reports that fall due during the ramp.
    private let inRamp: Double

    /// - Parameter perSecond: above 0.
    package init(perSecond: Double, rampSeconds: Int) {
        precondition(perSecond > 0 && rampSeconds >= 0, "a schedule has a rate")
        self.perSecond = perSecond
        self.rampSeconds = Double(rampSeconds)
        inRamp = perSecond * self.rampSeconds / 2
    }

    /// When report `index` of the fleet is due.
    package func dueAt(_ index: Int) -> UInt64 {
        let count = Double(index)
        let seconds =
            count < inRamp ? (2 * rampSeconds * count / perSecond).squareRoot() : count / perSecond + rampSeconds / 2
        return UInt64(seconds * 1e9)
    }

    /// Reports that are due in the first so many seconds.
    package func count(within seconds: Int) -> Int {
        let end = Double(seconds)
        let count = end < rampSeconds ? perSecond * end * end / (2 * rampSeconds) : perSecond * end - inRamp
        return Int(count.rounded(.up))
    }
}
