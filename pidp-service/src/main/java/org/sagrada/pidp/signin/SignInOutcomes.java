package org.sagrada.pidp.signin;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.sagrada.pidp.error.Refusal;
import org.springframework.stereotype.Component;

/** Counts sign-ins by what came of them, for the operator. */
@Component
final class SignInOutcomes {

    private final MeterRegistry metrics;

    SignInOutcomes(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    SignInAnswer counted(Supplier<SignInAnswer> signIn) {
        try {
            var answer = signIn.get();
            count(answer.verified() ? "verified" : "unverified");
            return answer;
        } catch (Refusal refusal) {
            count(outcome(refusal.error().errno()));
            throw refusal;
        }
    }

    private void count(String outcome) {
        metrics.counter("sagrada.pidp.logins", "outcome", outcome).increment();
    }

    private static String outcome(int errno) {
        return switch (errno) {
            case 102 -> "unknown-account";
            case 103 -> "wrong-password";
            case 114 -> "limited";
            case 120 -> "wrong-spelling";
            case 125 -> "disabled";
            case 127 -> "wrong-unblock-code";
            case 201 -> "busy";
            default -> "refused";
        };
    }
}
