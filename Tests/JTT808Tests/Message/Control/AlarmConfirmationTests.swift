import Testing

@testable import JTT808

@Suite("AlarmConfirmation")
struct AlarmConfirmationTests {
    @Test("the alarms that can be confirmed are bits 0, 3, 20, 21, 22, 27, 28")
    func confirmable() {
        let bits = [0, 3, 20, 21, 22, 27, 28] as [UInt32]
        #expect(AlarmConfirmation.confirmableBits == bits.reduce(0) { $0 | 1 << $1 })
    }
}
