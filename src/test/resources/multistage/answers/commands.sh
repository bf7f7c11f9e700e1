# build
docker build -f Dockerfile-naive -t example/naive .
docker build -f Dockerfile-multi -t example/multistaged-builds .

# sizes
docker images --filter reference='example/*'

# layers
docker image inspect --format '{{len .RootFS.Layers}}' example/naive example/multistaged-builds

# history
docker history example/naive
docker history example/multistaged-builds

# run
docker run --rm --detach --name multistaged-hello --publish 127.0.0.1:8080:8080 example/multistaged-builds
curl http://localhost:8080
docker stop multistaged-hello

# slip
docker inspect image xample/multistaged-builds

# slip-mended
docker image inspect example/multistaged-builds
