import CMicroHTTPD
import Glibc

/// An owned `MHD_Response`.
///
/// libmicrohttpd counts references: queueing takes one, and `deinit` drops ours.
struct RawResponse: ~Copyable {
    private let raw: OpaquePointer?
    private let status: UInt32

    /// Makes a response from a sound one.
    init(_ response: Response, stream: BodyStream?, closes: Bool) {
        var closes = closes
        switch response.body {
        case .bytes(let bytes):
            (raw, status) = (Self.make(bytes), response.status)
        case .file(let path):
            let file = Self.open(path)
            (raw, status) = (file ?? Self.make([]), file == nil ? 404 : response.status)
        case .stream:
            (raw, status) = (stream.flatMap(Self.make), response.status)
        }
        // What a response that could not be made as asked would say of itself is wrong.
        guard let raw, status == response.status else { return }
        for (name, value) in response.headers {
            if name.equalsIgnoringCase("Connection") {
                closes = closes || value.equalsIgnoringCase("close")
            } else if !Self.framing.contains(where: name.equalsIgnoringCase) {
                MHD_add_response_header(raw, name, value)
            }
        }
        if closes { MHD_add_response_header(raw, "Connection", "close") }
    }

    deinit { if let raw { MHD_destroy_response(raw) } }

    consuming func queue(on connection: OpaquePointer) -> MHD_Result {
        raw == nil ? .NO : MHD_queue_response(connection, status, raw)
    }

    /// Fields that say where the message ends, which is not the handler's to say.
    private static let framing = ["Content-Length", "Transfer-Encoding", "Keep-Alive", "Trailer", "Upgrade"]

    private static func make(_ bytes: [UInt8]) -> OpaquePointer? {
        bytes.withUnsafeBytes { bytes in
            // libmicrohttpd takes a mutable pointer, but with MUST_COPY it only reads.
            MHD_create_response_from_buffer(
                bytes.count,
                UnsafeMutableRawPointer(mutating: bytes.baseAddress),
                .RESPMEM_MUST_COPY
            )
        }
    }

    /// Opens a regular file, which libmicrohttpd then closes.
    private static func open(_ path: String) -> OpaquePointer? {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { return nil }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            return nil
        }
        guard status.st_size > 0, let raw = MHD_create_response_from_fd64(UInt64(status.st_size), descriptor) else {
            close(descriptor)
            return status.st_size == 0 ? make([]) : nil
        }
        return raw
    }

    /// Makes a response that owns a reference to `stream`, until `releaseStream`.
    private static func make(_ stream: BodyStream) -> OpaquePointer? {
        let owned = Unmanaged.passRetained(stream)
        let raw = MHD_create_response_from_callback(
            UInt64.max,
            16 << 10,
            readStream,
            owned.toOpaque(),
            releaseStream
        )
        if raw == nil { owned.release() }
        return raw
    }
}

extension Response {
    /// Whether nothing in the head could be taken for something else, such as a line break in a value.
    var isSound: Bool {
        (200...599).contains(status)
            && headers.allSatisfy { name, value in
                var (name, value) = (name, value)
                return name.withUTF8 { $0.isToken } && value.withUTF8 { $0.allSatisfy { $0 >= 0x20 && $0 != 0x7f } }
            }
    }
}

// MARK: - Callbacks

/// Gives the next bytes of a stream to libmicrohttpd.
private func readStream(
    context: UnsafeMutableRawPointer?,
    position: UInt64,
    buffer: UnsafeMutablePointer<CChar>?,
    size: Int
) -> Int {
    guard let context else { return MHD_CONTENT_READER_END_WITH_ERROR }
    let stream = Unmanaged<BodyStream>.fromOpaque(context).takeUnretainedValue()
    return stream.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size))
}

/// Gives back the reference that the response owned.
private func releaseStream(context: UnsafeMutableRawPointer?) {
    guard let context else { return }
    Unmanaged<BodyStream>.fromOpaque(context).takeRetainedValue().abandon()
}
