package multistage.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import multistage.demo.Demo;
import multistage.facts.Facts;
import multistage.facts.fixtures.ExampleFacts;
import multistage.run.ManyDemos.Measured;
import org.junit.jupiter.api.Test;

class ManyDemosTest {
    private static final Facts FACTS = ExampleFacts.good();

    @Test
    void eachIsHandedOutWithItsFacts() {
        assertThat(measured(2, demos(5), demo -> FACTS)).hasSize(5).allSatisfy(measured -> {
            assertThat(measured.facts()).contains(FACTS);
            assertThat(measured.failure()).isEmpty();
            assertThat(measured.took()).isGreaterThanOrEqualTo(Duration.ZERO);
        });
    }

    @Test
    void oneThatCannotBeMeasuredTouchesNoOther() {
        RuntimeException failure = new IllegalStateException("no such image");

        List<Measured> measured = measured(1, demos(3), demo -> {
            if (demo.name().equals("2")) {
                throw failure;
            }
            return FACTS;
        });

        assertThat(measured).extracting(each -> each.demo().name()).containsExactly("1", "2", "3");
        assertThat(measured.get(1).failure()).containsSame(failure);
        assertThat(measured.get(1).facts()).isEmpty();
        assertThat(measured.get(2).facts()).contains(FACTS);
    }

    @Test
    void oneThatTakesLongHoldsUpNoOther() {
        CountDownLatch othersAreDone = new CountDownLatch(2);

        List<String> order = new ArrayList<>();
        new ManyDemos(
                        demo -> {
                            if (demo.name().equals("1")) {
                                await(othersAreDone);
                            }
                            return FACTS;
                        },
                        2)
                .measure(demos(3), measured -> {
                    order.add(measured.demo().name());
                    othersAreDone.countDown();
                });

        assertThat(order).containsExactly("2", "3", "1");
    }

    @Test
    void asManyAreUnderWayAsMayBeAndNoMore() {
        CyclicBarrier allThree = new CyclicBarrier(3);
        AtomicInteger underWay = new AtomicInteger();

        List<Measured> measured = measured(3, demos(9), demo -> {
            assertThat(underWay.incrementAndGet()).isLessThanOrEqualTo(3);
            meet(allThree);
            underWay.decrementAndGet();
            return FACTS;
        });

        assertThat(measured).allSatisfy(each -> assertThat(each.failure()).isEmpty());
    }

    @Test
    void whatIsNoFailureOfADemoEndsIt() {
        assertThatIllegalStateException()
                .isThrownBy(() -> measured(1, demos(1), demo -> {
                    throw new StackOverflowError();
                }))
                .withMessage("demos could not be measured")
                .withCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void anInterruptedCallerWaitsForNone() {
        CountDownLatch never = new CountDownLatch(1);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> measured(1, demos(1), demo -> {
                    await(never);
                    return FACTS;
                }))
                .hasMessage("interrupted while demos were measured");
        assertThat(Thread.interrupted()).as("it stays interrupted").isTrue();
    }

    private static List<Measured> measured(int atOnce, List<Demo> demos, Function<Demo, Facts> measuring) {
        List<Measured> measured = new ArrayList<>();
        new ManyDemos(measuring, atOnce).measure(demos, measured::add);
        return measured;
    }

    private static List<Demo> demos(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Demo(String.valueOf(number), Path.of("demos", String.valueOf(number))))
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException cut) {
            throw new IllegalStateException(cut);
        }
    }

    private static void meet(CyclicBarrier others) {
        try {
            others.await(10, TimeUnit.SECONDS);
        } catch (Exception alone) {
            throw new IllegalStateException("they are not under way at the same time", alone);
        }
    }
}
