/// What a device's profile found for columns of a fix that items of the standard fill otherwise.
package struct FixColumns: Equatable, Sendable {
    /// Items of the standard that fill a column.
    package struct StandardItems: OptionSet, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let odometer = StandardItems(rawValue: 1)
        package static let fuel = StandardItems(rawValue: 2)
        package static let signal = StandardItems(rawValue: 4)
        package static let satellites = StandardItems(rawValue: 8)
        package static let all: StandardItems = [.odometer, .fuel, .signal, .satellites]
    }

    /// 0.1 km.
    package var odometerHm: UInt32?
    /// 0.1 l.
    package var fuelDl: UInt16?
    /// Items that fill their column as the standard says; the others stay raw in `extra`.
    package var standardItems = StandardItems.all

    package init() {}

    /// Of an item whose column has a better value already, the raw bytes are kept.
    var reserved: StandardItems {
        var reserved = StandardItems.all.subtracting(standardItems)
        if odometerHm != nil { reserved.insert(.odometer) }
        if fuelDl != nil { reserved.insert(.fuel) }
        return reserved
    }
}
