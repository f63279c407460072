// swift-tools-version: 6.2
import Foundation
import PackageDescription

let package = Package(
    name: "connector",
    products: [.executable(name: "connector", targets: ["Connector"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: [
        .target(name: "CMicroHTTPD"),
        .target(name: "MicroHTTP", dependencies: ["CMicroHTTPD"]),
        .target(name: "Domain"),
        .target(
            name: "RemoteAPI",
            dependencies: [
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]
        ),
        .target(name: "OutSmart", dependencies: ["RemoteAPI"]),
        .target(name: "EAccounting", dependencies: ["RemoteAPI", .product(name: "Crypto", package: "swift-crypto")]),
        .target(
            name: "Persistence",
            dependencies: [
                "Domain",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        .target(name: "Prometheus", dependencies: [.product(name: "CoreMetrics", package: "swift-metrics")]),
        .target(name: "Licensing", dependencies: [.product(name: "JWTKit", package: "jwt-kit")]),
        .target(
            name: "Sync",
            dependencies: [
                "Domain", "EAccounting", "OutSmart", "Persistence", "RemoteAPI",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .target(
            name: "Web",
            dependencies: [
                "Domain", "MicroHTTP", "Sync",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .target(name: "Sandbox", dependencies: ["MicroHTTP", .product(name: "Crypto", package: "swift-crypto")]),
        .executableTarget(
            name: "Connector",
            dependencies: [
                "Domain", "EAccounting", "Licensing", "MicroHTTP", "Persistence", "Prometheus", "RemoteAPI", "Sandbox",
                "Sync",
                "Web",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]
        ),
        .target(
            name: "TestSupport",
            dependencies: ["Domain", "EAccounting", "MicroHTTP", "Persistence", "RemoteAPI", "Sandbox", "Sync"],
            path: "Tests/TestSupport"
        ),
        .testTarget(name: "MicroHTTPTests", dependencies: ["MicroHTTP"]),
        .testTarget(name: "RemoteAPITests", dependencies: ["RemoteAPI", "TestSupport"]),
        .testTarget(name: "OutSmartTests", dependencies: ["OutSmart", "RemoteAPI"]),
        .testTarget(name: "EAccountingTests", dependencies: ["EAccounting", "RemoteAPI"]),
        .testTarget(
            name: "PersistenceTests",
            dependencies: ["Domain", "Persistence", .product(name: "GRDB", package: "GRDB.swift")]
        ),
        .testTarget(
            name: "PrometheusTests",
            dependencies: ["Prometheus", "TestSupport", .product(name: "CoreMetrics", package: "swift-metrics")]
        ),
        .testTarget(
            name: "LicensingTests",
            dependencies: ["Licensing", .product(name: "JWTKit", package: "jwt-kit")]
        ),
        .testTarget(name: "SandboxTests", dependencies: ["MicroHTTP", "Sandbox"]),
        .testTarget(
            name: "SyncTests",
            dependencies: [
                "Domain", "EAccounting", "OutSmart", "Persistence", "RemoteAPI", "Sandbox", "Sync", "TestSupport",
            ]
        ),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Domain", "MicroHTTP", "Persistence", "RemoteAPI", "Sandbox", "Sync", "TestSupport", "Web",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            exclude: ["Snapshots"]
        ),
        .testTarget(
            name: "ContractTests",
            dependencies: ["EAccounting", "RemoteAPI", "Sandbox", "TestSupport"]
        ),
        .testTarget(name: "ConnectorTests", dependencies: ["Connector", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    var settings: [SwiftSetting] = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
    // Unsafe code lives in MicroHTTP. Everywhere else it does not compile.
    if target.name != "MicroHTTP" {
        settings.append(.strictMemorySafety())
    }
    target.swiftSettings = settings
}

// `CONNECTOR_PACKAGE=MicroHTTP` leaves only the HTTP server and its tests: the sanitizers' runs need nothing else,
// and so build no dependency a second time.
if ProcessInfo.processInfo.environment["CONNECTOR_PACKAGE"] == "MicroHTTP" {
    package.products = []
    package.dependencies = []
    package.targets.removeAll { !["CMicroHTTPD", "MicroHTTP", "MicroHTTPTests"].contains($0.name) }
}
