package multistage;

import static org.assertj.core.api.Assertions.assertThat;

import multistage.run.ForEachStudent;
import multistage.run.StudentStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;

/** Whether each student of a class could be measured: what keeps one from it is no fault of theirs, and no claim is judged then. */
@Order(0)
@DisplayName("The class")
class StudentsTest {

    @ForEachStudent
    @DisplayName("The student could be measured")
    void couldBeMeasured(StudentStatus student) {
        assertThat(student.trouble())
                .as("what kept %s from being measured", student)
                .isEmpty();
    }
}
