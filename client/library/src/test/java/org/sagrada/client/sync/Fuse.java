package org.sagrada.client.sync;

/** Kills a device at one of the steps it goes through: before and after each request, and before and after each save. */
final class Fuse {

    private int steps = -1;

    /** The device was killed. */
    static final class Killed extends RuntimeException {}

    /** The device is killed after so many steps more. */
    void light(int stepsLeft) {
        steps = stepsLeft;
    }

    void putOut() {
        steps = -1;
    }

    void step() {
        if (steps == 0) {
            steps = -1;
            throw new Killed();
        }
        steps--;
    }
}
