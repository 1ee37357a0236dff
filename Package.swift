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
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")

let package = Package(
    name: "qingyun",
    products: [
        .library(name: "JTT808", targets: ["JTT808"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
    ],
    targets: [
        // The wire and the domain.
        .target(name: "JTT808", dependencies: [nioCore], swiftSettings: strict),

        // Tests, one target a library; IntegrationTests need a PostgreSQL (deploy/test).
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "JTT808Tests", dependencies: ["JTT808", "TestSupport", nioCore], swiftSettings: strict),
    ]
)
