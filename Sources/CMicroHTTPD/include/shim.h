#ifndef C_MICROHTTPD_SHIM_H
#define C_MICROHTTPD_SHIM_H

// GnuTLS comes with libmicrohttpd-dev, which needs it.
#include <gnutls/gnutls.h>
#include <microhttpd.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>

// Only what Swift cannot say belongs here: variadic calls, and system headers that `Glibc` leaves out.

/// Starts a daemon without a thread of its own; `MHD_start_daemon` is variadic.
///
/// The daemon owns `listening_socket` until it is quiesced. `context` goes to every callback. Without a
/// certificate, the list of options ends where those of TLS begin.
/// Returns NULL on failure.
static inline struct MHD_Daemon *_Nullable CMicroHTTPD_start(
    int listening_socket,
    unsigned int connection_limit,
    unsigned int inactivity_seconds,
    size_t connection_memory,
    const char *_Nullable certificate,
    const char *_Nullable key,
    MHD_AccessHandlerCallback _Nonnull handle_access,
    void *_Nullable (*_Nonnull note_target)(
        void *_Nullable context, const char *_Nonnull target, struct MHD_Connection *_Nonnull connection),
    size_t (*_Nonnull unescape)(
        void *_Nullable context, struct MHD_Connection *_Nonnull connection, char *_Nonnull text),
    MHD_RequestCompletedCallback _Nonnull complete_request,
    MHD_NotifyConnectionCallback _Nonnull note_connection,
    void *_Nonnull context)
{
    return MHD_start_daemon(
        MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME | (certificate ? MHD_USE_TLS : 0),
        0, NULL, NULL, handle_access, context,
        MHD_OPTION_LISTEN_SOCKET, listening_socket,
        MHD_OPTION_CONNECTION_LIMIT, connection_limit,
        MHD_OPTION_CONNECTION_TIMEOUT, inactivity_seconds,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, connection_memory,
        MHD_OPTION_STRICT_FOR_CLIENT, 1,
        // Without it, MHD does not use sendfile(). The loop's thread blocks the signal.
        MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1,
        MHD_OPTION_URI_LOG_CALLBACK, note_target, context,
        MHD_OPTION_UNESCAPE_CALLBACK, unescape, context,
        MHD_OPTION_NOTIFY_COMPLETED, complete_request, context,
        MHD_OPTION_NOTIFY_CONNECTION, note_connection, context,
        certificate ? MHD_OPTION_HTTPS_MEM_CERT : MHD_OPTION_END, certificate,
        MHD_OPTION_HTTPS_MEM_KEY, key,
        MHD_OPTION_HTTPS_PRIORITIES, "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2",
        MHD_OPTION_END);
}

/// The descriptor to wait on before `MHD_run`, or -1; `MHD_get_daemon_info` is variadic.
static inline int CMicroHTTPD_epoll(struct MHD_Daemon *_Nonnull daemon)
{
    const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_EPOLL_FD);
    return info ? info->epoll_fd : -1;
}

/// The socket of a connection, or -1; `MHD_get_connection_info` is variadic.
static inline int CMicroHTTPD_socket(struct MHD_Connection *_Nonnull connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info ? info->connect_fd : -1;
}

/// The address of the client; `MHD_get_connection_info` is variadic.
static inline const struct sockaddr *_Nullable CMicroHTTPD_address(struct MHD_Connection *_Nonnull connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    return info ? info->client_addr : NULL;
}

/// What `note_connection` left in the slot of a connection; `MHD_get_connection_info` is variadic.
static inline void *_Nullable CMicroHTTPD_context(struct MHD_Connection *_Nonnull connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? info->socket_context : NULL;
}

/// The TLS session of a connection, or NULL; `MHD_get_connection_info` is variadic.
static inline gnutls_session_t _Nullable CMicroHTTPD_session(struct MHD_Connection *_Nonnull connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_GNUTLS_SESSION);
    return info ? (gnutls_session_t)info->tls_session : NULL;
}

#endif
