/// Reads one file of a kind: checks what a row can be checked for by itself, and makes rows for `COPY ... FROM STDIN`.
struct FileReader {
    /// Stands in a staged row for a column that the file does not have. No field can hold it.
    static let notSaid = "\u{1}"

    let kind: RegistryKind
    let file: RegistryFile
    /// Number of the file in the import, which the staged rows carry.
    let number: Int

    /// The staged rows: file, line, is_bad, row_key, then the columns of the kind; text format of COPY.
    private(set) var staged: [UInt8] = []
    private(set) var rowCount = 0

    init(kind: RegistryKind, file: RegistryFile, number: Int) {
        self.kind = kind
        self.file = file
        self.number = number
    }

    mutating func read(faults: inout ImportFaults) {
        let text: [UInt8]
        do {
            text = try TextDecoding.utf8(file.bytes)
        } catch {
            switch error {
            case .utf16: append(nil, nil, nil, "it is UTF-16; accepted: UTF-8 or GB 18030", to: &faults)
            case .unknown(let line):
                append(line, nil, nil, "it is neither UTF-8 nor GB 18030 from this line on", to: &faults)
            }
            return
        }
        var parser = CSVParser(text)
        var header: FileHeader?
        reading: while true {
            switch parser.next() {
            case .end: break reading
            case .refused(let line, let reason): append(line, nil, nil, reason, to: &faults)
            case .record(let record):
                guard !record.fields.allSatisfy({ $0.isEmpty }) else { continue }
                if let header {
                    readRow(record, header, &faults)
                } else {
                    header = FileHeader.read(record.fields, of: kind) { name, reason in
                        append(record.line, name, nil, reason, to: &faults)
                    }
                    // Without a header no row can be read.
                    guard header != nil else { return }
                }
            }
        }
        if header == nil { append(nil, nil, nil, "the file is empty: a first line names the columns", to: &faults) }
    }

    private mutating func readRow(_ record: CSVParser.Record, _ header: FileHeader, _ faults: inout ImportFaults) {
        guard
            record.fields.count == header.fieldCount
                || record.fields.count > header.fieldCount
                    && record.fields[header.fieldCount...].allSatisfy({ TrimmedField.text($0).isEmpty })
        else {
            append(
                record.line, nil, nil, "the row has \(record.fields.count) fields, the first line \(header.fieldCount)",
                to: &faults)
            return
        }
        var values: [String?] = []
        values.reserveCapacity(kind.columns.count)
        var isBad = false
        for (column, place) in zip(kind.columns, header.places) {
            guard let place else {
                values.append(Self.notSaid)
                continue
            }
            let text = TrimmedField.text(record.fields[place])
            if text.isEmpty {
                if column.isNeeded {
                    isBad = true
                    append(record.line, column.name, "", "it is empty, but needed", to: &faults)
                }
                values.append(column.defaultValue)
                continue
            }
            do throws(FieldRefusal) {
                values.append(try FieldReader.canonical(text, as: column.type, from: header.system))
            } catch {
                isBad = true
                values.append(nil)
                append(record.line, column.name, text, error.reason, to: &faults)
            }
        }
        if !isBad { isBad = !place(&values, record.line, header, &faults) }
        stage(values, line: record.line, isBad: isBad)
    }

    /// Converts longitude and latitude to WGS-84. False: there is a fault.
    private func place(
        _ values: inout [String?], _ line: Int, _ header: FileHeader, _ faults: inout ImportFaults
    ) -> Bool {
        guard let longitudeIndex = kind.columns.firstIndex(where: { $0.type == .longitude }),
            let latitudeIndex = kind.columns.firstIndex(where: { $0.type == .latitude }),
            header.places[longitudeIndex] != nil
        else { return true }
        switch (values[longitudeIndex].flatMap(Degrees.parse), values[latitudeIndex].flatMap(Degrees.parse)) {
        case (nil, nil): return true
        case (let longitude?, let latitude?):
            let position = GeoPosition(longitude: longitude, latitude: latitude)
            guard position.isInChina else {
                let exchanged = GeoPosition(longitude: latitude, latitude: longitude).isInChina
                append(
                    line, kind.columns[longitudeIndex].name, "\(longitude) \(latitude)",
                    "not in China, which lies from 73.4 to 135.1 east and 3.8 to 53.6 north"
                        + (exchanged ? ": longitude and latitude are exchanged" : ""), to: &faults)
                return false
            }
            let converted = position.wgs84(from: header.system)
            values[longitudeIndex] = Degrees.text(converted.longitude)
            values[latitudeIndex] = Degrees.text(converted.latitude)
            return true
        case (nil, _), (_, nil):
            append(
                line, kind.columns[values[longitudeIndex] == nil ? longitudeIndex : latitudeIndex].name, "",
                "it is empty: longitude and latitude stand together", to: &faults)
            return false
        }
    }

    private mutating func stage(_ values: [String?], line: Int, isBad: Bool) {
        rowCount += 1
        staged.append(contentsOf: "\(number)\t\(line)\t\(isBad ? "t" : "f")\t".utf8)
        var key: String? = ""
        for (column, value) in zip(kind.columns, values) where column.isKey {
            if let value {
                key? += value + RegistrySQL.keySeparator
            } else if column.isNeeded {
                key = nil
            } else {
                key? += RegistrySQL.keySeparator
            }
        }
        for (index, value) in ([key] + values).enumerated() {
            if index > 0 { staged.append(UInt8(ascii: "\t")) }
            guard let value else {
                staged.append(contentsOf: "\\N".utf8)
                continue
            }
            for byte in value.utf8 {
                if byte == UInt8(ascii: "\\") { staged.append(byte) }
                staged.append(byte)
            }
        }
        staged.append(UInt8(ascii: "\n"))
    }

    private func append(
        _ line: Int?, _ column: String?, _ value: String?, _ reason: String, to faults: inout ImportFaults
    ) {
        faults.append(ImportFault(file: file.path, line: line, column: column, value: value, reason: reason))
    }
}
