// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that Hummingbird stays out of the connector's dependencies. It bears the
// connector's name and reaches its sources by links, so that `package` declarations are visible here.
let package = Package(
    name: "connector",
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1")
    ],
    targets: [
        .target(name: "CMicroHTTPD"),
        .target(name: "MicroHTTP", dependencies: ["CMicroHTTPD"]),
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
