package org.sagrada.token.admin;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes users off the nodes that are drained, a few each second, so that the others aren't overrun. */
@Component
class DrainJob {

    private static final Logger log = LoggerFactory.getLogger(DrainJob.class);

    private final NodeAdministration nodes;
    private final AdminSettings settings;

    DrainJob(NodeAdministration nodes, AdminSettings settings) {
        this.nodes = nodes;
        this.settings = settings;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void drain() {
        for (long id : nodes.draining()) {
            log.info("Unassigned {} users of node {}", nodes.unassign(id, settings.drainPerSecond()), id);
        }
    }
}
