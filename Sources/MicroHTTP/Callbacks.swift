import CMicroHTTPD
import Glibc

// libmicrohttpd calls these on the loop's thread, inside `MHD_run`. They are functions and not closures,
// since a closure of an actor's context would trap there.

/// Greets and forgets connections.
///
/// The slot owns the connection in between.
func noteConnection(
    context: UnsafeMutableRawPointer?,
    connection: OpaquePointer?,
    slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
    event: MHD_ConnectionNotificationCode
) {
    guard let context, let connection, let slot else { return }
    let reception = Unmanaged<Reception>.fromOpaque(context).takeUnretainedValue()
    if let owned = slot.pointee {
        slot.pointee = nil
        reception.forget(Unmanaged<Connection>.fromOpaque(owned).takeRetainedValue())
    } else if event == .CONNECTION_NOTIFY_STARTED {
        let connection = Connection(connection, in: reception)
        slot.pointee = Unmanaged.passRetained(connection).toOpaque()
        reception.greet(connection)
    }
}

/// Begins an exchange with the target as it was received.
///
/// What it returns is the first `con_cls`.
func noteTarget(
    context: UnsafeMutableRawPointer?,
    target: UnsafePointer<CChar>,
    connection: OpaquePointer
) -> UnsafeMutableRawPointer? {
    guard let connection = Connection.of(connection) else { return nil }
    let exchange = Exchange(on: connection, target: String(cString: target))
    connection.exchange = exchange
    return Unmanaged.passRetained(exchange).toOpaque()
}

/// Leaves escapes as they are: what they mean depends on where they stand, which only a route knows.
func keepEscapes(context: UnsafeMutableRawPointer?, connection: OpaquePointer, text: UnsafeMutablePointer<CChar>)
    -> Int
{
    strlen(text)
}

/// Collects the request, hands it over, and sends the answer.
///
/// libmicrohttpd calls this for the head, for each part of the body, for the end of the request, and once
/// more when the connection has been resumed.
func handleAccess(
    context: UnsafeMutableRawPointer?,
    connection: OpaquePointer?,
    url: UnsafePointer<CChar>?,
    method: UnsafePointer<CChar>?,
    version: UnsafePointer<CChar>?,
    upload: UnsafePointer<CChar>?,
    uploadSize: UnsafeMutablePointer<Int>?,
    slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
    guard let owned = slot?.pointee, let method, let uploadSize else { return .NO }
    let exchange = Unmanaged<Exchange>.fromOpaque(owned).takeUnretainedValue()
    if !exchange.hasBegun { return exchange.begin(method: method) }
    guard uploadSize.pointee > 0 else { return exchange.answer() }
    let part = UnsafeRawBufferPointer(start: upload, count: uploadSize.pointee)
    uploadSize.pointee = 0
    return exchange.receive(part)
}

/// Gives back the reference that `con_cls` owned.
func completeRequest(
    context: UnsafeMutableRawPointer?,
    connection: OpaquePointer?,
    slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
    reason: MHD_RequestTerminationCode
) {
    guard let slot, let owned = slot.pointee else { return }
    slot.pointee = nil
    Unmanaged<Exchange>.fromOpaque(owned).takeRetainedValue().end()
}
