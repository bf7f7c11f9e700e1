package multistage.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Finds the engine that a run uses, or says why there is none. */
final class EngineFinder {
    private final Duration limit;

    /** @param limit how long an engine may take to give a sign of life; all are asked at once, so it holds for all */
    EngineFinder(Duration limit) {
        this.limit = limit;
    }

    /** The engine named, if one is: another is never used in its place. Else the first that answers in a usual place. */
    Address find(Optional<Address> named, List<Address> usualPlaces) {
        return named.map(address -> theOneNamed(address, usualPlaces)).orElseGet(() -> theFirstOf(usualPlaces));
    }

    private Address theOneNamed(Address named, List<Address> usualPlaces) {
        Optional<String> silent = named.whySilent(limit).join();
        if (silent.isEmpty()) {
            return named;
        }
        String another = ask(usualPlaces).entrySet().stream()
                .filter(asked -> asked.getValue().join().isEmpty())
                .map(asked -> " An engine does answer at " + asked.getKey().uri() + ", but it is not the one named.")
                .findFirst()
                .orElse("");
        throw new EngineMissing("The engine that " + named.origin() + " names does not answer: " + named.uri() + ": "
                + silent.get() + "." + another + " Start the engine named, or unset " + named.origin() + ".");
    }

    private Address theFirstOf(List<Address> places) {
        Map<Address, CompletableFuture<Optional<String>>> asked = ask(places);
        return asked.entrySet().stream()
                .filter(place -> place.getValue().join().isEmpty())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new EngineMissing("No Docker or Podman engine answers. Tried:\n"
                        + asked.entrySet().stream()
                                .map(place -> "  " + place.getKey().uri() + ": "
                                        + place.getValue().join().orElseThrow())
                                .collect(Collectors.joining("\n"))
                        + "\nStart one, name one by DOCKER_HOST, or have one brought: docker/with-engine mvn test"));
    }

    private Map<Address, CompletableFuture<Optional<String>>> ask(List<Address> places) {
        Map<Address, CompletableFuture<Optional<String>>> asked = new LinkedHashMap<>();
        places.forEach(place -> asked.put(place, place.whySilent(limit)));
        return asked;
    }
}
