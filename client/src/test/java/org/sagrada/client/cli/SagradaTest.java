package org.sagrada.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.sagrada.client.fake.FakeSystem;

class SagradaTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void playsTheDemo() {
        try (FakeSystem system = FakeSystem.start()) {
            assertThat(run("demo", "--server", system.url())).isZero();
        }

        assertThat(out.toString())
                .contains("1. Device A signs up")
                .contains("##############################")
                .contains("All is as it must be: 738 records up, 735 read back");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void saysThatNobodyAnswers() {
        FakeSystem system = FakeSystem.start();
        system.close();

        assertThat(run("demo", "--server", system.url())).isEqualTo(3);

        assertThat(err.toString())
                .startsWith("sagrada: no answer to POST " + system.url())
                .hasLineCount(1);
    }

    @Test
    void saysWhatItDidNotUnderstand() {
        assertThat(run("demo", "--server", "localhost")).isEqualTo(2);
        assertThat(err.toString())
                .contains("'localhost' is not an address like")
                .contains("sagrada demo --help");

        assertThat(run("fly")).isEqualTo(2);
    }

    @Test
    void helps() {
        assertThat(run()).isZero();
        assertThat(out.toString()).contains("demo").contains("Exit codes:");

        assertThat(run("--version")).isZero();
        assertThat(out.toString()).contains("sagrada (built from source)");
    }

    private int run(String... arguments) {
        return Sagrada.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
