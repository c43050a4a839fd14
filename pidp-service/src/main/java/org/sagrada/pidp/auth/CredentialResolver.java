package org.sagrada.pidp.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a handler the holder of the request's token; see {@link CredentialSource}. */
@Component
final class CredentialResolver implements HandlerMethodArgumentResolver {

    private final List<CredentialSource<?>> sources;
    private final RequestAuthenticator authenticator;

    CredentialResolver(List<CredentialSource<?>> sources, RequestAuthenticator authenticator) {
        this.sources = sources;
        this.authenticator = authenticator;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return source(parameter).isPresent();
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("Not a servlet request");
        }
        var holder = authenticator.authenticate(request, source(parameter).orElseThrow());
        return parameter.getParameterType() == Optional.class
                ? holder
                : holder.orElseThrow(() -> new Refusal(PidpError.invalidToken()));
    }

    private Optional<CredentialSource<?>> source(MethodParameter parameter) {
        var type = parameter.nestedIfOptional().getNestedParameterType();
        return sources.stream()
                .filter(source -> source.holder() == type)
                .<CredentialSource<?>>map(source -> source)
                .findFirst();
    }
}
