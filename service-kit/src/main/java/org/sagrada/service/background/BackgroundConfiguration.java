package org.sagrada.service.background;

import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ErrorHandler;

/** What every scheduled task has in common. A service with a scheduler of its own gives it the same handler. */
@Configuration(proxyBeanMethods = false)
public class BackgroundConfiguration {

    @Bean
    ErrorHandler backgroundFailures() {
        return new BackgroundFailures();
    }

    @Bean
    SimpleAsyncTaskSchedulerCustomizer backgroundScheduler(ErrorHandler backgroundFailures) {
        return scheduler -> scheduler.setErrorHandler(backgroundFailures);
    }
}
