package multistage.run;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** A claim that holds for the reference demo only, by its names and exact counts. */
@Claim
@Tag("letter")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Letter {}
