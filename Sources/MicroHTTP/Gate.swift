import CMicroHTTPD
import Glibc

// By the time of libmicrohttpd's first callback, NULs, folded lines and bare CRs have been interpreted away.
// So its calls to `recv` and `gnutls_record_recv` come here instead (CMicroHTTPD/receive.c), and every byte
// passes a `MessageScanner` before libmicrohttpd sees it.
//
// Only the connections of the server whose loop runs on this thread are looked at. All other calls, of
// other threads and of other libraries, are passed on as they are.
//
// If these functions were not in effect, no head would ever be counted as seen, and `Exchange.begin` serves
// only heads that were: a build in which this trick fails answers nothing, and the tests say so.

/// Receives from a socket, and lets only strict HTTP pass to libmicrohttpd.
@c(MicroHTTP_receive)
func receive(_ socket: CInt, _ buffer: UnsafeMutableRawPointer?, _ size: Int, _ flags: CInt) -> Int {
    guard let connection = Reception.current?.connection(on: socket), connection.session == nil else {
        return recvfrom(socket, buffer, size, flags, nil, nil)
    }
    if connection.refuseNow() { return 0 }
    return connection.admit(buffer, count: recvfrom(socket, buffer, size, flags, nil, nil))
}

/// Receives decrypted bytes, and lets only strict HTTP pass to libmicrohttpd.
@c(MicroHTTP_receiveRecord)
func receiveRecord(_ session: gnutls_session_t?, _ buffer: UnsafeMutableRawPointer?, _ size: Int) -> Int {
    guard let session, let connection = Reception.current?.connection(on: gnutls_transport_get_int(session)),
        connection.session == session
    else {
        return gnutls_record_recv_seq(session, buffer, size, nil)
    }
    if connection.refuseNow() { return 0 }
    return connection.admit(buffer, count: gnutls_record_recv_seq(session, buffer, size, nil))
}

extension Connection {
    /// Scans what was received, and returns how much of it libmicrohttpd may see.
    ///
    /// Good messages before a bad one are answered first. The end of input that `shutdown` makes then
    /// brings libmicrohttpd back here for the refusal.
    fileprivate func admit(_ buffer: UnsafeMutableRawPointer?, count: Int) -> Int {
        guard count > 0 else { return count }
        noteArrival()
        let verdict = scanner.scan(Bytes(start: buffer, count: count))
        guard let refusal = verdict.refusal else { return count }
        self.refusal = refusal
        if verdict.accepted == 0 {
            _ = refuseNow()
        } else {
            shutdown(socket, CInt(SHUT_RD))
        }
        return verdict.accepted
    }

    /// Says why, once, if this connection is to be given up.
    fileprivate func refuseNow() -> Bool {
        guard let refusal else { return false }
        if !isRefused {
            isRefused = true
            refusal.write(to: self)
        }
        return true
    }
}
