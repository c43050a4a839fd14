package org.sagrada.storage.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.service.edge.EdgeFailure;
import org.sagrada.service.edge.EdgeFailureException;
import org.sagrada.storage.StorageSettings;
import org.sagrada.storage.bso.Moment;
import org.sagrada.storage.wire.Bodies;
import org.sagrada.storage.wire.QueryString;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Gives handlers their {@link StorageCall}; so none can be reached without authentication, nor with a body over the limit. */
@Component
final class StorageCallResolver implements HandlerMethodArgumentResolver {

    private static final byte[] NO_BODY = {};

    private final HawkAuthentication authentication;
    private final Clock clock;
    private final int limit20;
    private final int limit15;

    StorageCallResolver(HawkAuthentication authentication, StorageSettings settings, Clock clock) {
        this.authentication = authentication;
        this.clock = clock;
        this.limit20 = Math.toIntExact(2 * settings.sync20().postBytes().toBytes());
        this.limit15 = Math.toIntExact(settings.sync15().requestBytes().toBytes());
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == StorageCall.class;
    }

    @Override
    public StorageCall resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        var request = (HttpServletRequest) webRequest.getNativeRequest();
        var user = user(request);
        var signed = authentication.authenticate(request, user);
        if (!admits(parameter, signed.visitor())) {
            throw authentication.refuse(
                    request, signed.visitor() instanceof Visitor.LateOwner ? Refusal.EXPIRED : Refusal.PURPOSE);
        }
        var body = hasBody(request) ? Bodies.read(request, limit(request)) : NO_BODY;
        authentication.authenticatePayload(request, signed, body);
        return new StorageCall(user, Moment.of(clock), QueryString.parse(request.getQueryString()), body);
    }

    private static boolean admits(MethodParameter parameter, Visitor visitor) {
        var admits = parameter.getParameterAnnotation(Admits.class);
        if (admits == null) {
            return visitor instanceof Visitor.Owner;
        }
        for (var kind : admits.value()) {
            if (kind.isInstance(visitor)) {
                return true;
            }
        }
        return false;
    }

    private static long user(HttpServletRequest request) {
        var variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        try {
            return Long.parseLong(String.valueOf(variables.get("uid")));
        } catch (NumberFormatException e) {
            throw new EdgeFailureException(new EdgeFailure.UnknownPath());
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getMethod().equals("PUT") || request.getMethod().equals("POST");
    }

    private int limit(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/1.5/") ? limit15 : limit20;
    }
}
