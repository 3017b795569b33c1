package dev.perennial.ingest.stopping;

import dev.perennial.starter.PerennialProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DrainProperties.class)
class StoppingConfiguration {

  @Bean
  Drain drain(DrainProperties properties, PerennialProperties platform) {
    return new Drain(properties.drainWait(platform.environment()));
  }

  @Bean
  FilterRegistrationBean<LastAnswerFilter> lastAnswerFilter(Drain drain) {
    FilterRegistrationBean<LastAnswerFilter> registration =
        new FilterRegistrationBean<>(new LastAnswerFilter(drain));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }
}
