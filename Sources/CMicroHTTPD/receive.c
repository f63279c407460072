#include <gnutls/gnutls.h>
#include <sys/socket.h>

// libmicrohttpd reads its connections with `recv`, or with `gnutls_record_recv` over TLS. An executable's
// functions of these names come before those of the libraries, and that is how `MicroHTTP` sees every byte
// first (Gate.swift). They are written in C because the linker hides functions from libraries that have the
// visibility Swift gives them.

ssize_t MicroHTTP_receive(int socket, void *buffer, size_t size, int flags);
ssize_t MicroHTTP_receiveRecord(gnutls_session_t session, void *buffer, size_t size);

ssize_t recv(int socket, void *buffer, size_t size, int flags)
{
    return MicroHTTP_receive(socket, buffer, size, flags);
}

ssize_t gnutls_record_recv(gnutls_session_t session, void *buffer, size_t size)
{
    return MicroHTTP_receiveRecord(session, buffer, size);
}
