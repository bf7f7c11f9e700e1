FROM golang:1.23
ARG V=1.2
ENV W="a b"
run echo "$V" '$V' "${W}" \"x\" \$V $UNSET \\ && \
  echo	tab   spaces && false
