package multistage.run;

import multistage.demo.Demo;
import multistage.facts.Facts;

/** What demos are measured on, open; from any thread. */
interface Measurer extends AutoCloseable {
    /** @param begun what to do when it is begun with, which it may never be */
    Facts measure(Demo demo, Runnable begun);

    @Override
    void close();
}
