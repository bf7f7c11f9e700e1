FROM golang:1.23 AS builder
WORKDIR /app
COPY <<'GO' main.go
package main
func main() {
	fmt.Println("Hello")
	x := undefinedThing
}
GO
RUN CGO_ENABLED=0 go build \
    # static, so that it runs on scratch
    -trimpath -o /hello \
    ./main.go
FROM scratch
COPY --from=builder /hello /hello
