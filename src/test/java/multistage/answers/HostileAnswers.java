package multistage.answers;

import static multistage.facts.Changes.answering;
import static multistage.facts.Changes.changed;
import static multistage.facts.Changes.holding;
import static multistage.facts.Changes.image;
import static multistage.facts.Changes.multi;
import static multistage.facts.Changes.naive;
import static multistage.facts.Changes.service;
import static multistage.facts.Changes.with;
import static multistage.facts.ExampleFacts.file;
import static multistage.facts.ExampleFacts.golang;
import static multistage.facts.ExampleFacts.good;
import static multistage.facts.ExampleFacts.multiInventory;
import static multistage.facts.ExampleFacts.naiveInventory;
import static multistage.facts.ExampleFacts.noLayer;
import static multistage.facts.ExampleFacts.response;
import static multistage.facts.ExampleFacts.whatIf;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import multistage.answers.Outcome.Verdict;
import multistage.facts.Base;
import multistage.facts.EngineFacts;
import multistage.facts.Facts;
import multistage.facts.HistoryEntry;
import multistage.facts.Inventory.Folder;
import multistage.facts.Message;
import multistage.facts.Packages;
import multistage.facts.Packages.Change;
import multistage.facts.Probe;
import multistage.facts.Provenance;
import multistage.facts.Provision;
import multistage.facts.WhatIf;
import multistage.facts.WhatIf.Variation;

/** A demo, and an engine, that put markup and endless words wherever a page shows theirs. */
public final class HostileAnswers {
    /** What would become elements, end what is open, or be a style, if it were not text. */
    public static final String MARKUP = "<script>alert(1)</script>\"><img src=x onerror=alert(1)></title></svg>"
            + "<svg onload=alert(1)>`|{{x}}&lt;";

    private static final String ENDLESS = "w".repeat(300);
    private static final String WORDS = MARKUP + " " + ENDLESS;
    private static final EngineFacts ENGINE = new EngineFacts(WORDS, WORDS, WORDS, WORDS);

    private HostileAnswers() {}

    public static Judged judged() {
        return new Judged(facts(), claims(), Optional.of(changes()));
    }

    private static Facts facts() {
        return changed(
                good(),
                with("demo", WORDS),
                with("engine", ENGINE),
                with("provenance", new Provenance(good().provenance().measured(), Optional.of(WORDS))),
                naive(image(with("engine", ENGINE))),
                naive(image(with("base", Optional.of(base())))),
                naive(image(with("history", history()))),
                naive(image(with("packages", Optional.of(packages())))),
                naive(service(with("probes", List.of(new Probe("git", WORDS, true, WORDS))))),
                naive(service(answering(response(200, WORDS)))),
                naive(with(
                        "inventory",
                        Optional.of(changed(
                                naiveInventory(),
                                with("setuid", List.of(WORDS)),
                                with("folders", List.of(new Folder(WORDS, 1, 900_000_000))),
                                with("provisions", provisions()))))),
                multi(image(with("engine", ENGINE))),
                multi(image(with("builtFrom", List.of(base())))),
                multi(image(holding(file("/" + WORDS, 5_062_808)))),
                multi(with("inventory", Optional.of(changed(multiInventory(), with("provisions", provisions()))))));
    }

    private static Base base() {
        return changed(
                golang(),
                with("name", WORDS),
                with("standIn", true),
                with("id", WORDS),
                with("digest", Optional.of(WORDS)));
    }

    private static List<HistoryEntry> history() {
        return Stream.concat(
                        good().naive().image().history().stream(),
                        Stream.of(noLayer("LABEL title=" + WORDS), noLayer(MARKUP)))
                .toList();
    }

    private static Packages packages() {
        return new Packages(205, List.of(new Change(WORDS, Optional.of(WORDS), Optional.of(WORDS))));
    }

    private static List<Provision> provisions() {
        return Stream.of(Provision.Kind.values())
                .map(kind -> new Provision(kind, Optional.of(WORDS)))
                .toList();
    }

    private static List<Outcome> claims() {
        return Catalogue.read(Language.ENGLISH).claims().stream()
                .map(claim -> claim.endsWith(".builds")
                        ? new Outcome(claim, Verdict.FAILED, Message.verbatim(WORDS))
                        : Outcome.held(claim))
                .toList();
    }

    private static WhatIf changes() {
        Variation unknown = changed(
                whatIf().variations().get(0),
                with("name", WORDS),
                with("after", List.of(WORDS)),
                with("trouble", Optional.of(Message.verbatim(WORDS))));
        Variation notBuilt = changed(
                unknown, with("failure", Optional.of(Message.verbatim(WORDS))), with("bytes", Optional.empty()));
        Variation cgo = changed(unknown, with("name", "cgo"), with("interpreter", Optional.of(WORDS)));
        Variation paths = changed(unknown, with("name", "without-trimpath"), with("buildPaths", List.of(WORDS)));
        return new WhatIf(whatIf().provenance(), ENGINE, base(), List.of(unknown, notBuilt, cgo, paths));
    }
}
