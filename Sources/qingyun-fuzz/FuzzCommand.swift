import FuzzTargets

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// libFuzzer's own main function, as a library has it.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ argumentCount: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Chosen once, before libFuzzer takes over; its callback cannot capture it.
nonisolated(unsafe) private var target = FuzzTarget.frames

/// libFuzzer's callback: a violation ends the process, as a crash does.
private func test(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do {
        try target.check(Array(UnsafeBufferPointer(start: bytes, count: count)))
    } catch {
        complain("violation: \(error)")
        abort()
    }
    return 0
}

private func complain(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
}

/// libFuzzer over one target: `qingyun-fuzz TARGET [FLAG...] [CORPUS or INPUT...]`, flags as libFuzzer takes them.
/// deploy/fuzz builds and calls it.
@main
enum FuzzCommand {
    static func main() {
        guard let chosen = CommandLine.arguments.dropFirst().first.flatMap(FuzzTarget.init(rawValue:)) else {
            let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")
            complain("usage: qingyun-fuzz \(names) [FLAG...] [CORPUS or INPUT...]")
            exit(64)
        }
        target = chosen
        // The rest is libFuzzer's, behind the program's name.
        let name = CommandLine.unsafeArgv[0]
        CommandLine.unsafeArgv[1] = name
        let arguments = UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>.allocate(capacity: 1)
        arguments.initialize(to: CommandLine.unsafeArgv + 1)
        let count = UnsafeMutablePointer<CInt>.allocate(capacity: 1)
        count.initialize(to: CommandLine.argc - 1)
        exit(runDriver(count, arguments, test))
    }
}
