package dev.perennial.starter.web;

import dev.perennial.starter.problem.ProblemWriter;
import jakarta.servlet.Filter;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** The filters, outermost first: log, headers, TRACE, body. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebProperties.class)
class WebAutoConfiguration {

  @Bean
  FilterRegistrationBean<RequestLogFilter> requestLogFilter() {
    return ordered(new RequestLogFilter(), 1);
  }

  @Bean
  FilterRegistrationBean<SecurityHeadersFilter> securityHeadersFilter(WebProperties properties) {
    return ordered(new SecurityHeadersFilter(properties.contentSecurityPolicy()), 2);
  }

  @Bean
  FilterRegistrationBean<TraceFilter> traceFilter() {
    return ordered(new TraceFilter(), 3);
  }

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
      WebProperties properties, ProblemWriter problems) {
    return ordered(
        new BodyLimitFilter(properties.maxBody().toBytes(), properties.streams(), problems), 4);
  }

  /** Tomcat would answer TRACE itself, without the headers and the Allow of the path. */
  @Bean
  TomcatConnectorCustomizer traceReachesTheDispatcher() {
    return (Connector connector) -> connector.setAllowTrace(true);
  }

  /** A request that is not even HTTP is answered by Tomcat's host, not by the application. */
  @Bean
  TomcatContextCustomizer problemsFromTomcatItself() {
    return context -> {
      if (context.getParent() instanceof StandardHost host) {
        host.setErrorReportValveClass(ProblemReportValve.class.getName());
      }
    };
  }

  private static <F extends Filter> FilterRegistrationBean<F> ordered(F filter, int place) {
    FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
    return registration;
  }
}
