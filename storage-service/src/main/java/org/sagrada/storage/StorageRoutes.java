package org.sagrada.storage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Routes as Spring does, save that OPTIONS is a method that no path knows: neither protocol has it, and there is no CORS. */
@Configuration(proxyBeanMethods = false)
class StorageRoutes {

    @Bean
    WebMvcRegistrations routesWithoutOptions() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new WithoutOptions();
            }
        };
    }

    private static final class WithoutOptions extends RequestMappingHandlerMapping {

        @Override
        protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
                throws Exception {
            if (!request.getMethod().equals("OPTIONS")) {
                return super.lookupHandlerMethod(path, request);
            }
            var allowed = new TreeSet<String>();
            for (var route : getHandlerMethods().keySet()) {
                var paths = route.getPathPatternsCondition();
                if (paths != null && paths.getMatchingCondition(request) != null) {
                    route.getMethodsCondition().getMethods().forEach(method -> allowed.add(method.name()));
                }
            }
            if (allowed.isEmpty()) {
                return null;
            }
            throw new HttpRequestMethodNotSupportedException("OPTIONS", allowed);
        }
    }
}
