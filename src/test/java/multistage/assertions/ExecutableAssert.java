package multistage.assertions;

import java.util.ArrayList;
import java.util.List;
import multistage.facts.Amount;
import multistage.facts.Executable;
import multistage.facts.Message;
import multistage.facts.Percent;

/** Assertions on the program that an image runs. */
public final class ExecutableAssert extends FactsAssert<ExecutableAssert, Executable> {
    ExecutableAssert(Executable actual) {
        super(actual, ExecutableAssert.class);
    }

    /** That it needs nothing beside itself. Fails with the dynamic loader and the shared libraries that it asks for. */
    public ExecutableAssert isStatic() {
        isNotNull();
        List<String> needs = new ArrayList<>();
        actual.interpreter().ifPresent(needs::add);
        needs.addAll(actual.neededLibraries());
        if (!needs.isEmpty()) {
            failWithMessage("%s should be static, but it cannot run without %s", program(), Text.enumeration(needs));
        }
        return this;
    }

    /** That it carries nothing for debuggers. Fails with the sections of symbols and of debug information that it has. */
    public ExecutableAssert isStripped() {
        isNotNull();
        if (!actual.symbolTables().isEmpty()) {
            failWithMessage(
                    "%s should be stripped, but it still has %s", program(), Text.enumeration(actual.symbolTables()));
        }
        return this;
    }

    /** That it does not tell where it was built. Fails with the source files that it names by an absolute path. */
    public ExecutableAssert holdsNoBuildPath() {
        isNotNull();
        if (!actual.buildPaths().isEmpty()) {
            failWithMessage(
                    "%s should not tell where its source lay when it was built, but it names %s",
                    program(), Text.enumeration(actual.buildPaths()));
        }
        return this;
    }

    /**
     * That its bytes and the other's differ by no more than that many percent of the other's. Fails with both and their distance,
     * rounded up.
     */
    public ExecutableAssert weighsAboutTheSameAs(Executable other, int percent) {
        isNotNull();
        if (Percent.areApart(actual.bytes(), other.bytes(), percent)) {
            failWithMessage(
                    "%s should weigh what %s weighs, give or take %s, but it weighs %s and the other %s: %s",
                    program(),
                    program(other),
                    Amount.percent(percent),
                    Amount.exactBytes(actual.bytes()),
                    Amount.exactBytes(other.bytes()),
                    Percent.apart(actual.bytes(), other.bytes()));
        }
        return this;
    }

    private Message program() {
        return program(actual);
    }

    private static Message program(Executable executable) {
        return Message.of("%s's program %s", executable.variant(), Text.value(executable.path()));
    }
}
