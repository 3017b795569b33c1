package dev.perennial.ingest.pressure;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the bound on requests behind the check of keys. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PressureProperties.class)
class PressureConfiguration {

  @Bean
  RequestBound requestBound(PressureProperties properties, MeterRegistry registry) {
    return new RequestBound(properties.maxRequests(), registry);
  }

  @Bean
  ServletListenerRegistrationBean<RequestBound> requestBoundListener(RequestBound bound) {
    return new ServletListenerRegistrationBean<>(bound);
  }

  @Bean
  WebMvcConfigurer requestBoundInterceptor(RequestBound bound) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(bound).order(Ordered.LOWEST_PRECEDENCE);
      }
    };
  }
}
