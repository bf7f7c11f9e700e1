FROM golang:1.23 AS a
RUN echo waiting; sleep 20
FROM golang:1.23 AS b
RUN sleep 1; echo failing >&2; exit 3
FROM scratch
COPY --from=a /x /x
COPY --from=b /y /y
