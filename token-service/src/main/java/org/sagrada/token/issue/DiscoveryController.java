package org.sagrada.token.issue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What this service is for, for clients and people who have only its address. */
@RestController
class DiscoveryController {

    private final Map<String, Object> answer;

    DiscoveryController(IssueSettings settings, Trusted trusted) {
        Map<String, List<String>> services = settings.applications().stream()
                .collect(Collectors.groupingBy(
                        Application::name,
                        TreeMap::new,
                        Collectors.mapping(Application::version, Collectors.toList())));
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("services", services);
        members.put("auth", trusted.publicUrl());
        if (!trusted.issuers().isEmpty()) {
            members.put("browserid", Map.of("allowed_issuers", trusted.issuers(), "trusted_issuers", List.of()));
            members.put("oauth", Map.of("default_issuer", trusted.issuers().getFirst(), "scope", trusted.scope()));
        }
        this.answer = members;
    }

    @GetMapping(
            path = {"/", "/token", "/token/"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> discover() {
        return answer;
    }
}
