package multistage.build;

/**
 * The step at which a build failed.
 *
 * @param name as the engine names it: {@code [builder 4/4] RUN go build ./main.go}, {@code STEP 4/4: RUN go build}
 * @param error what the engine says of it
 */
record FailedStep(String name, String error) {}
