/// Why a workbook was not made.
package enum WorkbookError: Error, Equatable, CustomStringConvertible {
    /// A sheet, or all of it, would pass 4 GiB.
    case tooLarge

    package var description: String { "an XLSX file holds less than 4 GiB: ask for fewer days, or for csv" }
}
