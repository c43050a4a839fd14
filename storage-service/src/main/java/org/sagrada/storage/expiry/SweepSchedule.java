package org.sagrada.storage.expiry;

import org.sagrada.storage.StorageSettings;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Has the sweeper work at intervals. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SweepSchedule implements SchedulingConfigurer {

    private final Sweeper sweeper;
    private final StorageSettings settings;

    SweepSchedule(Sweeper sweeper, StorageSettings settings) {
        this.sweeper = sweeper;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(sweeper::sweep, settings.expiry().interval());
    }
}
