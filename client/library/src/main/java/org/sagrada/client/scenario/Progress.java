package org.sagrada.client.scenario;

/** Hears how a scenario is getting on. */
public interface Progress {

    /** A step begins. */
    void step(String what);

    /** The step is done. */
    void done(String result);

    /** Part of the step is done. */
    default void advanced(int done, int of) {}

    /** Tells nobody. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void step(String what) {}

            @Override
            public void done(String result) {}
        };
    }
}
