package multistage.claim;

import multistage.demo.Demo;
import multistage.facts.Facts;

/** What demos are measured on, open; from any thread. */
interface Bench extends AutoCloseable {
    Facts measure(Demo demo);

    @Override
    void close();
}
