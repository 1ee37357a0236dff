/// A terminal (车载终端) as the registry knows it.
package struct Terminal: Sendable, Equatable, Codable {
    package enum Status: String, Sendable, CaseIterable, Codable {
        /// In use.
        case active
        /// Entered by itself under policy `open`, claimed by nobody yet.
        case unclaimed
        /// Refused for the time being.
        case suspended
        /// Refused for good.
        case retired
    }

    /// What a terminal must show before its data are taken.
    package enum Authentication: String, Sendable, CaseIterable, Codable {
        /// The code that its registration gave.
        case code
        /// Nothing but its number: for devices that never authenticate.
        case number
    }

    package var id: Int64
    /// Digits of the JT/T 808 number without leading zeros.
    package var number: String
    package var status: Status
    package var authentication: Authentication
    /// Name of the profile that says what its vendor items mean.
    package var profile = "standard"
    /// What it last reported about itself.
    package var reported: ReportedFacts
}

/// What a terminal says about itself when it registers and authenticates; nil: not said.
package struct ReportedFacts: Sendable, Equatable, Codable {
    /// 2011, 2013 or 2019.
    package var protocolVersion: String?
    package var manufacturerID: String?
    package var model: String?
    package var deviceID: String?
    package var plateNumber: String?
    package var plateColor: Int?
    package var province: Int?
    package var city: Int?
    package var imei: String?
    package var softwareVersion: String?

    package init() {}

    /// These facts, with what is missing taken from `older`.
    package func completed(by older: ReportedFacts) -> ReportedFacts {
        var facts = self
        facts.protocolVersion = protocolVersion ?? older.protocolVersion
        facts.manufacturerID = manufacturerID ?? older.manufacturerID
        facts.model = model ?? older.model
        facts.deviceID = deviceID ?? older.deviceID
        facts.plateNumber = plateNumber ?? older.plateNumber
        facts.plateColor = plateColor ?? older.plateColor
        facts.province = province ?? older.province
        facts.city = city ?? older.city
        facts.imei = imei ?? older.imei
        facts.softwareVersion = softwareVersion ?? older.softwareVersion
        return facts
    }
}
