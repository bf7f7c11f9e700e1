package multistage.run;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A claim: a method that takes a demo's facts and judges them, without an engine. Its sentence stands in claims.properties
 * under {@code Class.method}. It assumes nothing: one that aborts is broken. A claim is a principle, true of any good demo, unless it is a {@link Letter}.
 */
@ParameterizedTest(name = "({0})", allowZeroInvocations = true)
@ArgumentsSource(FactsArguments.class)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Claim {}
