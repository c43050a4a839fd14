package org.sagrada.service.dockerflow;

import java.util.Map;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Mozilla's Dockerflow endpoints: is it alive, does it take work, what is it. */
@RestController
final class DockerflowController {

    private final DatabaseCheck database;
    private final ApplicationAvailability availability;
    private final BuildVersion version;

    DockerflowController(DatabaseCheck database, ApplicationAvailability availability, BuildVersion version) {
        this.database = database;
        this.availability = availability;
        this.version = version;
    }

    /** 200 while the database answers within 2 s, else 503. */
    @GetMapping("/__heartbeat__")
    ResponseEntity<Map<String, String>> heartbeat() {
        var passes = database.passes();
        return answer(passes, Map.of("database", passes ? "ok" : "unavailable", "status", passes ? "ok" : "error"));
    }

    /** 200 while this process takes work, 503 while it drains: what a load balancer asks. */
    @GetMapping("/__lbheartbeat__")
    ResponseEntity<Map<String, String>> loadBalancerHeartbeat() {
        var accepts = availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
        return answer(accepts, Map.of("status", accepts ? "ok" : "draining"));
    }

    @GetMapping("/__version__")
    ResponseEntity<BuildVersion> version() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(version);
    }

    private static ResponseEntity<Map<String, String>> answer(boolean good, Map<String, String> body) {
        return ResponseEntity.status(good ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .body(body);
    }
}
