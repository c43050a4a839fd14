package org.sagrada.pidp.abuse;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the count before every handler of the APIs; health checks and documents are not counted. */
@Configuration(proxyBeanMethods = false)
class CallLimitConfiguration implements WebMvcConfigurer {

    private final CallLimit limit;

    CallLimitConfiguration(CallLimit limit) {
        this.limit = limit;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(limit).addPathPatterns("/v1/**", "/mailbox/**");
    }
}
