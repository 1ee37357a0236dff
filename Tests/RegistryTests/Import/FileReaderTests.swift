import Testing

@testable import Registry

@Suite("FileReader: one file, row by row")
struct FileReaderTests {
    private func read(_ name: String, _ text: String) throws -> (rows: [String], faults: [String]) {
        let file = RegistryFile(path: name, bytes: [UInt8](text.utf8))
        var reader = FileReader(kind: try #require(file.kind), file: file, number: 7)
        var faults = ImportFaults()
        reader.read(faults: &faults)
        return (
            String(decoding: reader.staged, as: UTF8.self).split(separator: "\n").map(String.init),
            faults.kept.map { "\($0.line ?? 0) \($0.column ?? "-") '\($0.value ?? "")' \($0.reason)" }
        )
    }

    @Test("the name says the kind, with any part before a last hyphen")
    func kinds() {
        #expect(RegistryFile(path: "a/2026-06-bin.csv", bytes: []).kind?.name == "bin")
        #expect(RegistryFile(path: "Bin_Placement.CSV", bytes: []).kind?.name == "bin_placement")
        for wrong in ["bins.csv", "bin.txt", "bin", "bin-.csv"] {
            #expect(RegistryFile(path: wrong, bytes: []).kind == nil, "\(wrong)")
        }
    }

    @Test("a row is staged with file, line, key and the columns that the file has; others are marked")
    func staged() throws {
        let (rows, faults) = try read("bin.csv", "volume_l,code,垃圾类别\n\n 120 ,B1,kitchen,,\n,,\n")
        #expect(faults == [])
        #expect(rows == ["7\t3\tf\tB1\u{1F}\tB1\tkitchen\t120\t\u{1}\t\u{1}\t\u{1}"])
    }

    @Test("an empty field is nothing, or the default; a backslash is escaped for COPY")
    func empty() throws {
        let (rows, faults) = try read("street.csv", "code,name,kind,note\nS1,a\\tb,,\n")
        #expect(faults == [])
        #expect(rows == ["7\t2\tf\tS1\u{1F}\tS1\ta\\\\tb\tstreet\t\u{1}\t\u{1}\t\u{1}\t\\N"])
    }

    @Test("every fault of a row is told, and the row is staged as bad so that others may refer to it")
    func bad() throws {
        let (rows, faults) = try read("bin.csv", "code,waste_type,volume_l\nB1,,x\n")
        #expect(
            faults == ["2 waste_type '' it is empty, but needed", "2 volume_l 'x' accepted: a number from 1 to 50000"])
        #expect(rows == ["7\t2\tt\tB1\u{1F}\tB1\t\\N\t\\N\t\u{1}\t\u{1}\t\u{1}"])
    }

    @Test("a row whose key was refused has no key")
    func noKey() throws {
        let (rows, _) = try read("bin.csv", "code,waste_type,volume_l\n-,kitchen,120\n")
        #expect(rows.first?.hasPrefix("7\t2\tt\t\\N\t\\N\tkitchen") == true)
    }

    @Test(
        "a wrong first line is one fault for each column",
        arguments: [
            (
                "code,volume_l,waste_type,colour",
                "1 colour '' unknown column; accepted: code, waste_type, volume_l, first_day, last_day, note"
            ),
            ("code,volume_l,waste_type,编码", "1 编码 '' the column stands there twice"),
            ("code,volume_l", "1 - '' the column waste_type (垃圾类别) is missing"),
            ("", "0 - '' the file is empty: a first line names the columns"),
        ])
    func header(_ line: String, _ fault: String) throws {
        #expect(try read("bin.csv", line + "\nB1,1,2,3\n".prefix(line.isEmpty ? 0 : 100)).faults == [fault])
    }

    @Test("columns of coordinates go together, in one system")
    func coordinateColumns() throws {
        #expect(
            try read("collection_point.csv", "code,name,lon\n").faults
                == ["1 - '' longitude and latitude stand together: one of the two columns is missing"])
        #expect(
            try read("collection_point.csv", "code,name,lon_gcj02,lat_bd09\n").faults
                == ["1 - '' all coordinates of a file are in one system"])
    }

    @Test("a row with another number of fields is refused, unless the rest is empty")
    func width() throws {
        let (rows, faults) = try read("holiday.csv", "day,name\n2026-10-01\n2026-10-02,a,b\n2026-10-03,a,,\n")
        #expect(
            faults == [
                "2 - '' the row has 1 fields, the first line 2", "3 - '' the row has 3 fields, the first line 2",
            ])
        #expect(rows.count == 1)
    }

    @Test("coordinates outside China, exchanged, or alone are refused")
    func places() throws {
        let header = "code,name,lon,lat\n"
        let outside = "not in China, which lies from 73.4 to 135.1 east and 3.8 to 53.6 north"
        #expect(
            try read("collection_point.csv", header + "P,a,2.35,48.85\n").faults == ["2 lon '2.35 48.85' \(outside)"])
        #expect(
            try read("collection_point.csv", header + "P,a,40.2,116.2\n").faults
                == ["2 lon '40.2 116.2' \(outside): longitude and latitude are exchanged"])
        #expect(
            try read("collection_point.csv", header + "P,a,116.2,\n").faults
                == ["2 lat '' it is empty: longitude and latitude stand together"])
        #expect(
            try read("collection_point.csv", header + "P,a,,40.2\n").faults
                == ["2 lon '' it is empty: longitude and latitude stand together"])
        #expect(try read("collection_point.csv", header + "P,a,,\n").faults == [])
    }

    @Test("coordinates of a Chinese map become WGS-84")
    func converted() throws {
        // coordtransform's README, as in ChineseCoordinatesTests: 116.404 39.915 in GCJ-02 is some 600 m off.
        let (rows, faults) = try read(
            "collection_point.csv", "code,name,lon_gcj02,lat_gcj02\nP,a,116.41024449916938,39.91640428150164\n")
        #expect(faults == [])
        #expect(rows.first?.contains("\t116.404000\t39.915000\t") == true, "\(rows)")
    }

    @Test("what is no CSV is told with its line, and the rows around it are read")
    func notCSV() throws {
        let (rows, faults) = try read(
            "holiday.csv", "day,name\n2026-10-01,a\"b\n\"2026-10-02\"x,c\n2026-10-03,d\n2026-10-04,\"e\n")
        #expect(
            faults == [
                "2 - '' a quote inside a field that does not begin with one: quote the field and double it",
                "3 - '' text behind the closing quote of a field", "5 - '' a quote that is never closed",
            ])
        #expect(rows.count == 1)
        let long = String(repeating: "x", count: 1 << 20) + "x"
        #expect(
            try read("holiday.csv", "day,name\n2026-10-01,\(long)\n").faults
                == ["2 - '' a field of more than 1048576 bytes"])
    }

    @Test("bytes that are neither UTF-8 nor GB 18030 are refused with the line of the first of them")
    func neither() throws {
        let file = RegistryFile(path: "bin.csv", bytes: Array("code\nA\n".utf8) + [0xB3, 0xFF, 0x0A])
        var reader = FileReader(kind: try #require(file.kind), file: file, number: 0)
        var faults = ImportFaults()
        reader.read(faults: &faults)
        #expect(
            faults.kept.map { "\($0.line ?? 0) \($0.reason)" } == [
                "3 it is neither UTF-8 nor GB 18030 from this line on"
            ])
        #expect(reader.rowCount == 0)
    }

    @Test("bytes that are no text are refused as a whole")
    func notText() throws {
        let file = RegistryFile(path: "bin.csv", bytes: [0xFF, 0xFE, 0x41, 0x00])
        var reader = FileReader(kind: try #require(file.kind), file: file, number: 0)
        var faults = ImportFaults()
        reader.read(faults: &faults)
        #expect(faults.kept.map(\.reason) == ["it is UTF-16; accepted: UTF-8 or GB 18030"])
        #expect(reader.rowCount == 0)
    }
}
