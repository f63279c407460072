# Build stage: what README's first command does, in release mode.
FROM swift:6.3-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends libmicrohttpd-dev libsqlite3-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY Package.swift ./
RUN swift package resolve
COPY Sources ./Sources
RUN swift build -c release --product connector --static-swift-stdlib

# Run stage: the program, its static files, and nothing that compiles.
FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl libmicrohttpd12 libsqlite3-0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /var/lib/connector --create-home connector
COPY --from=build /build/.build/release/connector /usr/local/bin/connector
COPY Public /usr/local/share/connector/Public
USER connector
WORKDIR /usr/local/share/connector
ENV CONNECTOR_HOST=0.0.0.0 CONNECTOR_DATA_DIR=/var/lib/connector
# Pages of Visma's lists are megabytes. The C library would learn to keep such blocks, for each thread that read one.
ENV MALLOC_MMAP_THRESHOLD_=524288
VOLUME /var/lib/connector
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s CMD curl -fsS "http://127.0.0.1:${CONNECTOR_PORT:-8080}/readyz" || exit 1
ENTRYPOINT ["connector"]
CMD ["serve"]
