// swift-tools-version: 6.2
// Qingyun (清运): telemetry of waste collection, from the terminal's frame to the row in PostgreSQL.
// docs/architecture.md says which target may import which; `--explicit-target-dependency-import-check error` holds it.
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]
/// Every use of a C pointer says `unsafe`.
let audited = strict + [.strictMemorySafety()]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let histogram = Target.Dependency.product(name: "Histogram", package: "hdrhistogram-swift")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "qingyun",
    products: [
        .library(name: "JTT808", targets: ["JTT808"]),
        .library(name: "WeighScale", targets: ["WeighScale"]),
        .executable(name: "qingyun", targets: ["qingyun"]),
        .executable(name: "qingyun-ingestd", targets: ["qingyun-ingestd"]),
        .executable(name: "qingyun-rollups", targets: ["qingyun-rollups"]),
        .executable(name: "qingyun-timeliness", targets: ["qingyun-timeliness"]),
        .executable(name: "qingyun-fleetsim", targets: ["qingyun-fleetsim"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.0"),
        .package(
            url: "https://github.com/apple/swift-configuration.git", from: "1.4.0", traits: [.defaults, "YAML"]),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-system.git", from: "1.8.0"),
        .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift.git", from: "0.2.0"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.0"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    ],
    targets: [
        // PostgreSQL, from the C library up.
        .systemLibrary(name: "CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(name: "Libpq", dependencies: ["CLibpq"], swiftSettings: audited),
        .target(name: "Postgres", dependencies: ["Libpq", logging], swiftSettings: strict),
        // Run under valgrind it shows that the wrapper frees what libpq gives: see CONTRIBUTING.md.
        .executableTarget(name: "libpq-leak-check", dependencies: ["Libpq"], swiftSettings: strict),
        .target(name: "PostgresBinary", dependencies: [nioCore], swiftSettings: strict),
        .plugin(
            name: "EmbedTexts", capability: .buildTool(), dependencies: ["text-embedder"], path: "Sources/EmbedTexts"),
        .executableTarget(name: "text-embedder", swiftSettings: strict),
        .target(name: "Schema", dependencies: ["Postgres"], swiftSettings: strict, plugins: ["EmbedTexts"]),

        // GZIP, which some messages are packed with.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "Gzip", dependencies: ["CZlib"], swiftSettings: audited),
        // Tables as files: CSV, and XLSX in a ZIP container.
        .target(name: "Spreadsheet", dependencies: ["Gzip"], swiftSettings: strict),

        // The wire and the domain.
        .target(name: "JTT808", dependencies: [nioCore], swiftSettings: strict),
        .target(name: "WeighScale", dependencies: [nioCore], swiftSettings: strict),
        .target(name: "TagReader", dependencies: [nioCore], swiftSettings: strict),
        .target(name: "Telemetry", dependencies: ["JTT808"], swiftSettings: strict),
        .target(
            name: "DeviceProfile", dependencies: ["JTT808", "Telemetry", yams], exclude: ["Profiles"],
            swiftSettings: strict, plugins: ["EmbedTexts"]),
        .target(
            name: "FieldReport", dependencies: ["Gzip", "JTT808", "TagReader", "WeighScale", nioCore],
            swiftSettings: strict),

        // The services' libraries.
        .target(
            name: "Operations",
            dependencies: [
                configuration, hummingbird, httpTypes, logging, metrics, nioCore, serviceLifecycle, systemPackage, yams,
            ],
            swiftSettings: strict),
        .target(name: "Registry", dependencies: ["Postgres", "Spreadsheet"], swiftSettings: strict),
        .target(
            name: "Report", dependencies: ["Postgres", "Spreadsheet"], swiftSettings: strict, plugins: ["EmbedTexts"]),
        .target(name: "Downlink", dependencies: ["JTT808", "Postgres", nioCore], swiftSettings: strict),
        .target(
            name: "Rollups",
            dependencies: ["Operations", "Postgres", "Telemetry", logging, metrics, serviceLifecycle],
            exclude: ["Definitions"], swiftSettings: strict, plugins: ["EmbedTexts"]),
        .target(
            name: "TelemetryStore", dependencies: ["Postgres", "PostgresBinary", "Telemetry", grdb, logging, nioCore],
            swiftSettings: strict),
        .target(
            name: "Ingest",
            dependencies: [
                "DeviceProfile", "Downlink", "Gzip", "JTT808", "Operations", "Postgres", "Registry", "Schema",
                "TagReader",
                "Telemetry", "TelemetryStore", "WeighScale", crypto, logging, metrics, nioCore, nioPosix,
                serviceLifecycle,
                unixSignals,
            ], swiftSettings: strict),
        .target(
            name: "FleetSimulation",
            dependencies: ["JTT808", "Operations", "WeighScale", histogram, nioCore, nioPosix],
            swiftSettings: strict),

        .target(
            name: "Timeliness",
            dependencies: [
                "Operations", "Postgres", "Registry", asyncHTTPClient, crypto, logging, metrics, nioCore, nioHTTP1,
                serviceLifecycle, yams,
            ], swiftSettings: strict),

        // The executables, and what several of them share.
        .target(
            name: "CommandSupport", dependencies: ["Operations", "Postgres", "Registry", argumentParser, logging],
            swiftSettings: strict),
        .executableTarget(
            name: "qingyun",
            dependencies: [
                "CommandSupport", "DeviceProfile", "Downlink", "FieldReport", "Gzip", "JTT808", "Operations",
                "Postgres",
                "PostgresBinary",
                "Registry", "Report", "Rollups", "Schema", "Spreadsheet", "Telemetry", "TelemetryStore", "WeighScale",
                argumentParser, crypto, logging, nioCore,
            ], swiftSettings: strict),
        .executableTarget(
            name: "qingyun-ingestd",
            dependencies: ["Ingest", "Operations", "Postgres", argumentParser, logging, serviceLifecycle, unixSignals],
            swiftSettings: strict),
        .executableTarget(
            name: "qingyun-rollups",
            dependencies: [
                "CommandSupport", "Operations", "Postgres", "Rollups", "Telemetry", argumentParser, logging, metrics,
                serviceLifecycle, unixSignals,
            ], swiftSettings: strict),
        .executableTarget(
            name: "qingyun-timeliness",
            dependencies: [
                "CommandSupport", "Operations", "Postgres", "Registry", "Timeliness", argumentParser, logging, metrics,
                serviceLifecycle, unixSignals,
            ], swiftSettings: strict),
        .executableTarget(
            name: "qingyun-fleetsim", dependencies: ["FleetSimulation", "Operations", argumentParser],
            swiftSettings: strict),

        // Tests, one target a library; IntegrationTests need a PostgreSQL (deploy/test).
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .target(
            name: "FuzzTargets",
            dependencies: ["FieldReport", "Gzip", "Ingest", "JTT808", "TagReader", "Telemetry", "WeighScale", nioCore],
            path: "Tests/FuzzTargets", swiftSettings: strict),
        .testTarget(
            name: "FuzzTests", dependencies: ["FuzzTargets", "JTT808", "TestSupport", nioCore], swiftSettings: strict),
        .testTarget(name: "JTT808Tests", dependencies: ["JTT808", "TestSupport", nioCore], swiftSettings: strict),
        .testTarget(name: "GzipTests", dependencies: ["Gzip"], swiftSettings: strict),
        .testTarget(
            name: "WeighScaleTests", dependencies: ["WeighScale", "TestSupport", nioCore], swiftSettings: strict),
        .testTarget(
            name: "TagReaderTests", dependencies: ["TagReader", "TestSupport", nioCore], swiftSettings: strict),
        .testTarget(
            name: "FieldReportTests", dependencies: ["FieldReport", "JTT808", "TestSupport", "WeighScale"],
            swiftSettings: strict),
        .testTarget(
            name: "TelemetryTests", dependencies: ["JTT808", "Telemetry", "TestSupport", nioCore],
            swiftSettings: strict),
        .testTarget(
            name: "DeviceProfileTests", dependencies: ["DeviceProfile", "JTT808", "Telemetry", "TestSupport", nioCore],
            swiftSettings: strict),
        .testTarget(
            name: "TelemetryStoreTests",
            dependencies: ["JTT808", "PostgresBinary", "Telemetry", "TelemetryStore", grdb, nioCore],
            swiftSettings: strict),
        .testTarget(name: "OperationsTests", dependencies: ["Operations", metrics], swiftSettings: strict),
        .testTarget(name: "DownlinkTests", dependencies: ["Downlink", "JTT808", nioCore], swiftSettings: strict),
        .testTarget(name: "RegistryTests", dependencies: ["Registry", "Spreadsheet"], swiftSettings: strict),
        .testTarget(name: "ReportTests", dependencies: ["Report", "Spreadsheet"], swiftSettings: strict),
        .testTarget(name: "SpreadsheetTests", dependencies: ["Gzip", "Spreadsheet"], swiftSettings: strict),
        .testTarget(
            name: "IngestTests",
            dependencies: [
                "Downlink", "Ingest", "JTT808", "Operations", "Registry", "TagReader", "Telemetry", "TestSupport",
                "WeighScale", nioCore,
            ], swiftSettings: strict),
        .testTarget(
            name: "qingyunTests",
            dependencies: [
                "qingyun", "CommandSupport", "DeviceProfile", "FieldReport", "JTT808", "TestSupport", nioCore,
            ],
            swiftSettings: strict),
        .testTarget(name: "TimelinessTests", dependencies: ["Operations", "Timeliness"], swiftSettings: strict),
        .testTarget(name: "LibpqTests", dependencies: ["Libpq"], swiftSettings: strict),
        .testTarget(name: "PostgresTests", dependencies: ["Libpq", "Postgres"], swiftSettings: strict),
        .testTarget(name: "PostgresBinaryTests", dependencies: ["PostgresBinary", nioCore], swiftSettings: strict),
        .testTarget(
            name: "FleetSimulationTests",
            dependencies: ["FleetSimulation", "JTT808", "Operations", "WeighScale", nioCore, nioPosix],
            swiftSettings: strict),
        .testTarget(
            name: "IntegrationTests",
            dependencies: [
                "JTT808", "Postgres", "PostgresBinary", "Registry", "Report", "Schema", "TestSupport", "WeighScale",
                "qingyun", "qingyun-fleetsim", "qingyun-ingestd", "qingyun-rollups", "qingyun-timeliness", "Operations",
                "Rollups", "Telemetry", "Timeliness", crypto, logging, nioCore, nioHTTP1, nioPosix,
            ], swiftSettings: strict),
    ]
)

// Benchmarks, for deploy/bench: no part of what is installed.
if Context.environment["QINGYUN_BENCH"] == "1" {
    package.targets += [
        .target(name: "CAllocationCounter"),
        .executableTarget(
            name: "qingyun-bench",
            dependencies: [
                "CAllocationCounter", "FleetSimulation", "JTT808", "Operations", "Postgres", "PostgresBinary",
                "Telemetry", "TelemetryStore", argumentParser, logging, nioCore, nioPosix,
            ], swiftSettings: strict),
    ]
}

// deploy/fuzz sets this: only what is fuzzed, with the marks that libFuzzer steers by. What is not named here costs the
// fuzzers nothing, so that they build in a minute.
if Context.environment["QINGYUN_FUZZ"] != nil {
    let traced = strict + [.unsafeFlags(["-sanitize=fuzzer"])]
    package.products = [.executable(name: "qingyun-fuzz", targets: ["qingyun-fuzz"])]
    package.targets = [
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "Gzip", dependencies: ["CZlib"], swiftSettings: traced + [.strictMemorySafety()]),
        .target(name: "JTT808", dependencies: [nioCore], swiftSettings: traced),
        .target(name: "WeighScale", dependencies: [nioCore], swiftSettings: traced),
        .target(name: "TagReader", dependencies: [nioCore], swiftSettings: traced),
        .target(name: "Telemetry", dependencies: ["JTT808"], swiftSettings: traced),
        .target(
            name: "FieldReport", dependencies: ["Gzip", "JTT808", "TagReader", "WeighScale", nioCore],
            swiftSettings: traced),
        .target(
            name: "Ingest", dependencies: ["JTT808"],
            sources: ["ReadPause.swift", "SessionLimits.swift", "SessionWatch.swift", "TerminalSession.swift"],
            swiftSettings: traced),
        .target(
            name: "FuzzTargets",
            dependencies: ["FieldReport", "Gzip", "Ingest", "JTT808", "TagReader", "Telemetry", "WeighScale", nioCore],
            path: "Tests/FuzzTargets", swiftSettings: traced),
        .executableTarget(
            name: "qingyun-fuzz", dependencies: ["FuzzTargets"], swiftSettings: strict,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]),
    ]
}
