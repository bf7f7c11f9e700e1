package multistage.run;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A class whose tests take the run's facts beside the committed ones, a {@link multistage.baseline.BaselineComparison}. */
@ExtendWith(WithBaseline.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ComparedWithBaseline {}
