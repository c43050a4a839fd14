package org.sagrada.testkit.api;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** The routes of a service and those of its document, each as a method and a path whose variables have no names. */
public final class DocumentedRoutes {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*(\\{[^{}]*\\}[^{}]*)*\\}");

    private DocumentedRoutes() {}

    /** What the document beside a class has. */
    public static Set<String> ofDocument(Class<?> beside) throws IOException {
        var api = DocumentedApi.read(new ClassPathResource("openapi.yaml", beside), JsonMapper.shared());
        return api.paths().stream()
                .flatMap(path -> path.operations()
                        .propertyStream()
                        .map(operation -> route(operation.getKey().toUpperCase(Locale.ROOT), path.template())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the handlers of a service answer to. */
    public static Set<String> ofHandlers(RequestMappingHandlerMapping handlers) {
        return ofHandlers(handlers, _ -> true);
    }

    /** Those of them that belong to its API. */
    public static Set<String> ofHandlers(RequestMappingHandlerMapping handlers, Predicate<String> ofTheApi) {
        return handlers.getHandlerMethods().keySet().stream()
                .flatMap(DocumentedRoutes::of)
                .filter(ofTheApi)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> of(RequestMappingInfo route) {
        return route.getPatternValues().stream()
                .flatMap(path ->
                        route.getMethodsCondition().getMethods().stream().map(method -> route(method.name(), path)));
    }

    private static String route(String method, String path) {
        return method + " " + VARIABLE.matcher(path).replaceAll("{}");
    }
}
