package org.sagrada.pidp.event;

import java.util.List;

/** All services that are told. */
public record EventReceivers(List<EventReceiver> all) {}
