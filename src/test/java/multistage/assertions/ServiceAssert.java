package multistage.assertions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import multistage.facts.Amount;
import multistage.facts.Message;
import multistage.facts.Probe;
import multistage.facts.Response;
import multistage.facts.Service;

/** Assertions on a container of an image, as it was started, asked, probed and asked again. */
public final class ServiceAssert extends FactsAssert<ServiceAssert, Service> {
    ServiceAssert(Service actual) {
        super(actual, ServiceAssert.class);
    }

    /**
     * That it answered with this status and this body, to the character. Fails with what it answered from where that differs, and
     * also when it never answered: then with why, where that is known, and what it printed.
     */
    public ServiceAssert answers(int status, String body) {
        isNotNull();
        Response answer = answer(actual, Message.of("should answer with status %s", String.valueOf(status)));
        if (answer.status() != status) {
            failWithMessage(
                    "%s should answer with status %s, but it answered with status %s: %s",
                    service(actual),
                    String.valueOf(status),
                    String.valueOf(answer.status()),
                    Responses.body(answer, body));
        }
        if (answer.truncated() || !answer.body().equals(body)) {
            failWithMessage(
                    "%s should answer %s, but it answered %s",
                    service(actual), Text.quoted(body, answer.body()), Responses.body(answer, body));
        }
        return this;
    }

    /**
     * That it gave the same status and body again, at least that long after the first time, and still ran then.
     * Fails with both answers or how it ended, and also when it was not asked again or too early.
     */
    public ServiceAssert goesOnServing(Duration atLeast) {
        isNotNull();
        Message expected = Message.of("should go on serving for at least %s", Amount.seconds(atLeast));
        Response first = answer(actual, expected);
        Message after = Message.of("%s after its first answer", Amount.seconds(actual.between()));
        if (actual.laterAnswer().isEmpty()) {
            failWithMessage(
                    "%s %s, but it did not answer again and %s%s",
                    service(actual), expected, ending(actual), Text.log(actual.log()));
        }
        Response later = actual.laterAnswer().orElseThrow();
        if (later.status() != first.status() || !later.body().equals(first.body())) {
            failWithMessage(
                    "%s %s, but %s it answered with status %s, %s, having answered with status %s, %s",
                    service(actual),
                    expected,
                    after,
                    String.valueOf(later.status()),
                    Responses.body(later, first.body()),
                    String.valueOf(first.status()),
                    Responses.body(first, later.body()));
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

    /** That its status, its body and its headers, Date aside, are the other's. Fails with what differs, and also when either never answered. */
    public ServiceAssert servesTheSameAs(Service other) {
        isNotNull();
        Message expected = Message.of("should serve the same as %s", service(other));
        Response found = answer(actual, expected);
        Response wanted = answer(other, Message.of("should answer like %s", service(actual)));
        Map<Message, Message> differences = Responses.differences(found, wanted);
        if (!differences.isEmpty()) {
            failWithMessage(
                    "%s %s, but they differ in %s:%s",
                    service(actual),
                    expected,
                    Text.and(List.copyOf(differences.keySet())),
                    Text.list(List.copyOf(differences.values())));
        }
        return this;
    }

    /**
     * That a command that ran in it shows each of these to be there, each named as its {@link Probe} names it. Fails with what
     * became of the commands for what is not, and also for what was never tried.
     */
    public ServiceAssert canRun(String... whats) {
        isNotNull();
        List<Message> untried = new ArrayList<>();
        List<Message> failed = new ArrayList<>();
        List<Message> details = new ArrayList<>();
        for (String what : whats) {
            List<Probe> probes = probes(what);
            if (probes.isEmpty()) {
                untried.add(Message.of(what));
            } else if (probes.stream().noneMatch(Probe::ran)) {
                failed.add(Message.of(what));
                probes.forEach(probe -> details.add(outcome(probe)));
            }
        }
        if (!untried.isEmpty() || !failed.isEmpty()) {
            List<Message> found = new ArrayList<>();
            if (!failed.isEmpty()) {
                found.add(Message.of("could not run %s", Text.and(failed)));
            }
            if (!untried.isEmpty()) {
                found.add(Message.of("was never tried with %s", Text.and(untried)));
            }
            failWithMessage(
                    "%s's container should be able to run %s, but it %s%s",
                    actual.variant(),
                    Text.and(Stream.of(whats).map(Message::of).toList()),
                    Text.and(found),
                    Text.list(details));
        }
        return this;
    }

    /** That no command ran in it that would show this to be there. Fails with those that ran, and also when none was tried. */
    public ServiceAssert cannotRun(String what) {
        isNotNull();
        Message expected =
                Message.of("%s's container should not be able to run %s", actual.variant(), Message.of(what));
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

    /** That one of the lines that it printed is this one, to the character. Fails with the last of what it printed. */
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

    private Response answer(Service service, Message expected) {
        return service.answer().orElseThrow(() -> {
            Message how = Message.of(
                    "%s %s, but it never answered within %s and %s",
                    service(service), expected, Amount.seconds(service.readyAfter()), ending(service));
            return failure(
                    "%s%s",
                    service.trouble()
                            .map(why -> Message.of("%s: %s", how, Text.whole(why)))
                            .orElse(how),
                    Text.log(service.log()));
        });
    }

    /** How it ended; why, where it had answered before, for otherwise that is told of its missing answer. */
    private static Message ending(Service service) {
        Message how = howItEnded(service);
        return service.trouble()
                .filter(why -> service.answer().isPresent())
                .map(why -> Message.of("%s: %s", how, Text.whole(why)))
                .orElse(how);
    }

    private static Message howItEnded(Service service) {
        return service.running()
                ? Message.of("is still running")
                : service.exitCode()
                        .map(code -> Message.of("ended with exit code %s", String.valueOf(code)))
                        .orElseGet(() -> Message.of("ended"));
    }

    private static Message service(Service service) {
        return Message.of("%s's service", service.variant());
    }

    private static Message outcome(Probe probe) {
        return Message.of(
                "%s: %s",
                Text.value(probe.command()),
                probe.output().isEmpty() ? Message.of("no output") : Text.value(probe.output()));
    }
}
