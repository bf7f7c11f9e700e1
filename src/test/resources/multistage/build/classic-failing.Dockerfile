FROM golang:1.23
RUN echo "Successfully built 0123456789ab" && \
    go build /nowhere
