package multistage.assertions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import multistage.facts.Probe;
import multistage.facts.Response;
import multistage.facts.Service;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a container of an image, as it was started, asked, probed and asked again. */
public final class ServiceAssert extends AbstractAssert<ServiceAssert, Service> {
    ServiceAssert(Service actual) {
        super(actual, ServiceAssert.class);
    }

    /** That it answered with this status and this body, to the character. Fails also when it never answered. */
    public ServiceAssert answers(int status, String body) {
        isNotNull();
        Response answer = answer(actual, "should answer with status " + status);
        if (answer.status() != status) {
            failWithMessage(
                    "%s should answer with status %d, but it answered with status %d: %s",
                    service(actual), status, answer.status(), Answers.body(answer, body));
        }
        if (answer.truncated() || !answer.body().equals(body)) {
            failWithMessage(
                    "%s should answer %s, but it answered %s",
                    service(actual), Text.quoted(body, answer.body()), Answers.body(answer, body));
        }
        return this;
    }

    /**
     * That it gave the same status and body again, at least that long after the first time, and still ran then.
     * Fails also when it was not asked again or too early.
     */
    public ServiceAssert goesOnServing(Duration atLeast) {
        isNotNull();
        String expected = "should go on serving for at least " + Text.seconds(atLeast);
        Response first = answer(actual, expected);
        String after = Text.seconds(actual.between()) + " after its first answer";
        if (actual.laterAnswer().isEmpty()) {
            failWithMessage(
                    "%s %s, but it did not answer again and %s%s",
                    service(actual), expected, ending(actual), Text.log(actual.log()));
        }
        Response later = actual.laterAnswer().orElseThrow();
        if (later.status() != first.status() || !later.body().equals(first.body())) {
            failWithMessage(
                    "%s %s, but %s it answered with status %d, %s, having answered with status %d, %s",
                    service(actual),
                    expected,
                    after,
                    later.status(),
                    Answers.body(later, first.body()),
                    first.status(),
                    Answers.body(first, later.body()));
        }
        if (!actual.running()) {
            failWithMessage(
                    "%s %s, but it %s after its last answer%s",
                    service(actual), expected, ending(actual), Text.log(actual.log()));
        }
        if (actual.between().compareTo(atLeast) < 0) {
            failWithMessage("%s %s, but it was last asked only %s", service(actual), expected, after);
        }
        return this;
    }

    /** That its status, its body and its headers, Date aside, are the other's. Fails also when either never answered. */
    public ServiceAssert servesTheSameAs(Service other) {
        isNotNull();
        String expected = "should serve the same as " + service(other);
        Response found = answer(actual, expected);
        Response wanted = answer(other, "should answer like " + service(actual));
        Map<String, String> differences = Answers.differences(found, wanted);
        if (!differences.isEmpty()) {
            failWithMessage(
                    "%s %s, but they differ in %s:%s",
                    service(actual),
                    expected,
                    Text.enumeration(List.copyOf(differences.keySet())),
                    Text.list(List.copyOf(differences.values())));
        }
        return this;
    }

    /** That a command that ran in it shows each of these to be there. Fails also for what was never tried. */
    public ServiceAssert canRun(String... whats) {
        isNotNull();
        List<String> untried = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        List<String> details = new ArrayList<>();
        for (String what : whats) {
            List<Probe> probes = probes(what);
            if (probes.isEmpty()) {
                untried.add(what);
            } else if (probes.stream().noneMatch(Probe::ran)) {
                failed.add(what);
                probes.forEach(probe -> details.add(outcome(probe)));
            }
        }
        if (!untried.isEmpty() || !failed.isEmpty()) {
            List<String> found = new ArrayList<>();
            if (!failed.isEmpty()) {
                found.add("could not run " + Text.enumeration(failed));
            }
            if (!untried.isEmpty()) {
                found.add("was never tried with " + Text.enumeration(untried));
            }
            failWithMessage(
                    "%s's container should be able to run %s, but it %s%s",
                    actual.variant(),
                    Text.enumeration(List.of(whats)),
                    String.join(" and ", found),
                    Text.list(details));
        }
        return this;
    }

    /** That no command ran in it that would show this to be there. Fails also when none was tried. */
    public ServiceAssert cannotRun(String what) {
        isNotNull();
        String expected = actual.variant() + "'s container should not be able to run " + Text.value(what);
        List<Probe> probes = probes(what);
        if (probes.isEmpty()) {
            failWithMessage("%s, but that was never tried", expected);
        }
        List<Probe> ran = probes.stream().filter(Probe::ran).toList();
        if (!ran.isEmpty()) {
            failWithMessage(
                    "%s, but it ran %s%s",
                    expected,
                    Text.enumeration(ran.stream().map(Probe::command).toList()),
                    Text.list(ran.stream().map(ServiceAssert::outcome).toList()));
        }
        return this;
    }

    /** That one of the lines that it printed is this one. */
    public ServiceAssert printsOnStart(String line) {
        isNotNull();
        if (!actual.log().contains(line)) {
            failWithMessage(
                    "%s should print %s, but did not%s", service(actual), Text.quoted(line), Text.log(actual.log()));
        }
        return this;
    }

    private List<Probe> probes(String what) {
        return actual.probes().stream()
                .filter(probe -> probe.what().equals(what))
                .toList();
    }

    private Response answer(Service service, String expected) {
        return service.answer().orElseThrow(() -> {
            String trouble =
                    service.trouble().map(text -> ": " + Text.whole(text)).orElse("");
            return failure(
                    "%s %s, but it never answered within %s and %s%s%s",
                    service(service),
                    expected,
                    Text.seconds(service.readyAfter()),
                    ending(service),
                    trouble,
                    Text.log(service.log()));
        });
    }

    private static String ending(Service service) {
        return service.running()
                ? "is still running"
                : "ended"
                        + service.exitCode()
                                .map(code -> " with exit code " + code)
                                .orElse("");
    }

    private static String service(Service service) {
        return service.variant() + "'s service";
    }

    private static String outcome(Probe probe) {
        return Text.value(probe.command()) + ": "
                + (probe.output().isEmpty() ? "no output" : Text.value(probe.output()));
    }
}
