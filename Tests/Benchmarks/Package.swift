// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that Hummingbird stays out of the connector's dependencies. It bears the
// connector's name and reaches its sources by links, so that `package` declarations are visible here.
let package = Package(
    name: "connector",
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
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
        .target(
            name: "Sync",
            dependencies: [
                "Domain", "EAccounting", "OutSmart", "Persistence", "RemoteAPI",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .target(name: "Sandbox", dependencies: ["MicroHTTP", .product(name: "Crypto", package: "swift-crypto")]),
        .executableTarget(
            name: "ImportBenchmark",
            dependencies: ["Domain", "EAccounting", "OutSmart", "Persistence", "RemoteAPI", "Sandbox", "Sync"]
        ),
        .executableTarget(name: "MicroHTTPServer", dependencies: ["MicroHTTP"]),
        .executableTarget(
            name: "HummingbirdServer",
            dependencies: [.product(name: "Hummingbird", package: "hummingbird")]
        ),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.name != "CMicroHTTPD" {
    var settings: [SwiftSetting] = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
    if target.name != "MicroHTTP" { settings.append(.strictMemorySafety()) }
    target.swiftSettings = settings
}
