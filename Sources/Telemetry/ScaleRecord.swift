/// What a scale or a tag reader behind a DTU gave: one row. Such a device has neither clock nor counter, so the gateway
/// dates and numbers its records.
package struct ScaleRecord: Sendable, Equatable {
    /// Names the record for ever.
    package struct Key: Sendable, Equatable {
        package var terminalID: Int64
        /// When the gateway read from the socket what completed it.
        package var recordedAt: Instant
        /// When the gateway started, seconds since 2000-01-01 UTC.
        package var bootNumber: Int32
        /// Counts the records of the device in their table since then, from 1.
        package var sequence: Int64

        package init(terminalID: Int64, recordedAt: Instant, bootNumber: Int32, sequence: Int64) {
            self.terminalID = terminalID
            self.recordedAt = recordedAt
            self.bootNumber = bootNumber
            self.sequence = sequence
        }
    }

    package enum Content: Sendable, Equatable {
        case weighing(Weighing)
        case sample(Sample)
        case tagRead(TagRead)
    }

    /// Grams; nil where the indicator does not say.
    package struct Weighing: Sendable, Equatable {
        /// 1 in, 2 out, 0 not said.
        package var direction: Int16
        /// As in the uplink records: 4 platform, 5 weighbridge.
        package var mode: Int16
        /// Flags of the uplink records, and above them in 16 bits what the weighing cycle remarks.
        package var flags: Int32
        package var grossG: Int32?
        package var tareG: Int32?
        package var netG: Int32?
        /// Sequence of the weighing that this one replaces.
        package var supersedes: Int64?

        package init(
            direction: Int16, mode: Int16, flags: Int32, grossG: Int32?, tareG: Int32?, netG: Int32?, supersedes: Int64?
        ) {
            self.direction = direction
            self.mode = mode
            self.flags = flags
            self.grossG = grossG
            self.tareG = tareG
            self.netG = netG
            self.supersedes = supersedes
        }
    }

    package struct Sample: Sendable, Equatable {
        package var flags: Int32
        /// Grams; nil when the display shows none.
        package var weightG: Int32?

        package init(flags: Int32, weightG: Int32?) {
            self.flags = flags
            self.weightG = weightG
        }
    }

    package struct TagRead: Sendable, Equatable {
        package var rssiDbm: Int16
        package var tag: [UInt8]

        package init(rssiDbm: Int16, tag: [UInt8]) {
            self.rssiDbm = rssiDbm
            self.tag = tag
        }
    }

    package let key: Key
    package let content: Content

    package init(key: Key, content: Content) {
        self.key = key
        self.content = content
    }
}
