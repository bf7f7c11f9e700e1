FROM golang:1.23
RUN <<SCRIPT
echo one
false
SCRIPT
