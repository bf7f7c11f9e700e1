package multistage.run;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** A class of claims: they run in the lesson's order under their sentences, and their verdicts are told at the run's end. */
@ExtendWith(Verdicts.class)
@DisplayNameGeneration(Sentences.class)
@TestMethodOrder(LessonOrder.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Claims {}
