package org.sagrada.pidp.request;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.WebContentInterceptor;

/** Makes the service's own argument types known to Spring, and its answers readable for pages of the allowed origins. */
@Configuration(proxyBeanMethods = false)
class RequestConfiguration implements WebMvcConfigurer {

    private final List<HandlerMethodArgumentResolver> resolvers;
    private final BrowserHeaders browserHeaders;
    private final CorsSettings cors;

    RequestConfiguration(
            List<HandlerMethodArgumentResolver> resolvers, BrowserHeaders browserHeaders, CorsSettings cors) {
        this.resolvers = resolvers;
        this.browserHeaders = browserHeaders;
        this.cors = cors;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> all) {
        all.addAll(resolvers);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var uncached = new WebContentInterceptor();
        uncached.setCacheControl(CacheControl.noCache());
        registry.addInterceptor(uncached).addPathPatterns("/v1/**");
        registry.addInterceptor(browserHeaders).addPathPatterns("/v1/**", "/mailbox/**", "/.well-known/**");
    }

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        registry.addMapping("/**")
                .allowedOrigins(cors.origins().toArray(String[]::new))
                .allowedMethods("GET", "POST", "PUT", "DELETE")
                .exposedHeaders("Timestamp", "Accept-Language", "Retry-After", "ETag");
    }
}
