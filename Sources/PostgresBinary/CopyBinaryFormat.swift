/// The fixed parts of a `COPY ... (FORMAT binary)` stream (PostgreSQL manual, COPY, "Binary Format").
package enum CopyBinaryFormat {
    /// Signature `PGCOPY\n\377\r\n\0`, flags 0, header extension length 0: 19 bytes before the first row.
    package static let header: [UInt8] = [
        0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00,
        0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00,
    ]

    /// A field count of -1, in place of a further row.
    package static let trailer: [UInt8] = [0xFF, 0xFF]
}
