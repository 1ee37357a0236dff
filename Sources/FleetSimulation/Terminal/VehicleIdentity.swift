package import JTT808

/// Which editions of JT/T 808 the terminals of a simulated fleet speak.
package enum FleetEdition: String, CaseIterable, Sendable {
    case edition2013 = "2013"
    case edition2019 = "2019"
    /// Every second terminal speaks 2019.
    case mixed

    func form(at index: Int) -> TerminalAddress.Form {
        switch self {
        case .edition2013: .short
        case .edition2019: .long
        case .mixed: index.isMultiple(of: 2) ? .short : .long
        }
    }
}

/// Who a simulated terminal says it is.
package struct VehicleIdentity: Equatable, Sendable {
    package let address: TerminalAddress
    package let registration: Registration
    /// IMEI and software version of 0x0102; nil before 2019.
    package let device: Authentication.Device?

    /// - Parameters:
    ///   - firstNumber: the number of the terminal with index 0; the others count on from it.
    ///   - index: 0 to 99,999: the plates have five digits.
    /// - Returns: nil when the number has more digits than the header holds.
    package init?(index: Int, firstNumber: UInt64, edition: FleetEdition) {
        let form = edition.form(at: index)
        let (number, overflow) = firstNumber.addingReportingOverflow(UInt64(index))
        guard !overflow, let terminal = TerminalNumber(String(number)),
            let address = TerminalAddress(terminal, form: form)
        else { return nil }
        self.address = address
        // 7919 is prime to 100,000, so that no two vehicles of a fleet share a plate.
        let digits = String(100_000 + (Int(number % 100_000) * 7919 + 20_808) % 100_000).dropFirst()
        let letter = ["A", "E", "G", "J", "M", "N", "P", "Q"][index % 8]
        guard let plate = WireText(encoding: "京\(letter)\(digits)"),
            let serialNumber = WireText(encoding: "S\(String(1_000_000 + index).dropFirst())")
        else { return nil }
        registration = Registration(
            layout: form == .long ? .edition2019 : .edition2013,
            province: ChangpingDistrict.provinceCode, city: ChangpingDistrict.cityCode,
            manufacturerID: "QYSIM", model: "QY-FLEETSIM", deviceID: serialNumber,
            plateColor: 2, plate: plate)
        device =
            form == .long
            ? WireText(encoding: Self.imei(of: index)).map {
                Authentication.Device(imei: $0, softwareVersion: "FLEETSIM-1.0")
            }
            : nil
    }

    /// The same terminal at a place instead of on a vehicle: it has no plate to report.
    var stationary: VehicleIdentity {
        var registration = registration
        registration.plateColor = 0
        registration.plate = ""
        return VehicleIdentity(address: address, registration: registration, device: device)
    }

    private init(address: TerminalAddress, registration: Registration, device: Authentication.Device?) {
        self.address = address
        self.registration = registration
        self.device = device
    }

    /// The terminals of a fleet.
    /// - Throws: ``FleetError/noNumber(index:)``.
    static func fleet(of count: Int, firstNumber: UInt64, edition: FleetEdition) throws(FleetError) -> [VehicleIdentity]
    {
        var fleet: [VehicleIdentity] = []
        for index in 0..<count {
            guard let identity = VehicleIdentity(index: index, firstNumber: firstNumber, edition: edition) else {
                throw .noNumber(index: index)
            }
            fleet.append(identity)
        }
        return fleet
    }

    /// 14 digits and the Luhn check digit (3GPP TS 23.003, annex B).
    static func imei(of index: Int) -> String {
        let digits = "86000000" + String(1_000_000 + index % 1_000_000).dropFirst()
        var sum = 0
        for (position, character) in digits.enumerated() {
            let value = (character.wholeNumberValue ?? 0) * (position.isMultiple(of: 2) ? 1 : 2)
            sum += value / 10 + value % 10
        }
        return digits + String((10 - sum % 10) % 10)
    }
}
