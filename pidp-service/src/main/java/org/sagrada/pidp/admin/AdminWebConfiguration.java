package org.sagrada.pidp.admin;

import org.sagrada.pidp.request.JsonBodies;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the management API on the management port, and nowhere else. Other services in the same process read this too, so it
 * asks for a bean that only the PIdP has.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnBean(AdminApi.class)
public class AdminWebConfiguration {

    @Bean
    ServletRegistrationBean<AdminServlet> adminServlet(
            AdminSettings settings, AdminApi api, JsonBodies bodies, ProblemWriter problems, JsonMapper json) {
        return new ServletRegistrationBean<>(new AdminServlet(settings, api, bodies, problems, json), "/admin/pidp/*");
    }
}
