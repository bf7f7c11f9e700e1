FROM golang:1.23
WORKDIR /a
COPY "nothing" 'here' /x/
