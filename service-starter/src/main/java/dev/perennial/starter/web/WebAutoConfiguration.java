package dev.perennial.starter.web;

import dev.perennial.starter.problem.ProblemWriter;
import jakarta.servlet.Filter;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The filters, outermost first: log, headers, TRACE, other origins, query, body, answer. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebProperties.class)
class WebAutoConfiguration {

  /** A key without the scope, or over its rate, hears of that first. */
  private static final int BEHIND_LIMITS = 200;

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
  FilterRegistrationBean<CrossOrigin> crossOrigin(
      WebProperties properties, ProblemWriter problems) {
    return ordered(new CrossOrigin(properties.cors().allowedOrigins(), problems), 4);
  }

  @Bean
  FilterRegistrationBean<QueryFilter> queryFilter(ProblemWriter problems) {
    return ordered(new QueryFilter(problems), 5);
  }

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
      WebProperties properties, ProblemWriter problems) {
    return ordered(
        new BodyLimitFilter(
            properties.maxBody().toBytes(),
            properties.bodyTimeout(),
            properties.streams(),
            problems),
        6);
  }

  @Bean
  FilterRegistrationBean<AnswersAtOnce> answersAtOnce(WebProperties properties) {
    return ordered(new AnswersAtOnce(properties.streams()), 7);
  }

  @Bean
  WebMvcConfigurer parametersThatPathsHave(WebProperties properties) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        if (properties.strictParameters()) {
          registry.addInterceptor(new KnownParameters()).order(BEHIND_LIMITS);
        }
      }
    };
  }

  @Bean
  TrustedProxies trustedProxies(WebProperties properties) {
    return new TrustedProxies(properties.trustedProxies());
  }

  /**
   * The head of a request has the connector's time-out, its body one of its own. A body that the
   * sender would rather not send for nothing is asked for when it is read: after the key's check.
   */
  @Bean
  TomcatConnectorCustomizer timeForBodies(WebProperties properties) {
    return connector -> {
      if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
        http.setDisableUploadTimeout(false);
        http.setConnectionUploadTimeout(Math.toIntExact(properties.readTimeout().toMillis()));
        http.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
      }
    };
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
