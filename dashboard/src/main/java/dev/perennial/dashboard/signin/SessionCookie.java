package dev.perennial.dashboard.signin;

import dev.perennial.starter.PerennialProperties;
import dev.perennial.starter.PerennialProperties.Environment;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The session's cookie travels by HTTPS only, except in development, where there is none. */
@Configuration(proxyBeanMethods = false)
class SessionCookie {

  @Bean
  ServletContextInitializer secureSessionCookie(PerennialProperties perennial) {
    return context ->
        context
            .getSessionCookieConfig()
            .setSecure(perennial.environment() == Environment.PRODUCTION);
  }
}
