package multistage.run;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** A test that takes the {@link StudentStatus} of each student of a class; there is none where a run is on no class. */
@ParameterizedTest(name = "({0})", allowZeroInvocations = true)
@ArgumentsSource(StudentStatuses.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForEachStudent {}
