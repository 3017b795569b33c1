package dev.perennial.starter.limit;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import redis.clients.jedis.RedisClient;

/** Limits for each API key, behind the check of the key and in front of its work. */
@AutoConfiguration(afterName = "dev.perennial.starter.redis.RedisAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(LimitProperties.class)
class LimitAutoConfiguration {

  /** Behind the interceptor that knows the caller. */
  private static final int BEHIND_ACCESS = 100;

  /** Inside the log and the headers, outside of the filter that inflates bodies. */
  private static final int PLACE = Ordered.HIGHEST_PRECEDENCE + 3;

  @Bean
  Limits limits(
      LimitProperties properties,
      ObjectProvider<RedisClient> redis,
      ObjectProvider<MeterRegistry> meters) {
    RedisClient client = properties.kinds().isEmpty() ? null : redis.getIfAvailable();
    return new Limits(
        properties, client == null ? null : new SharedBuckets(client, meters.getObject()));
  }

  @Bean
  FilterRegistrationBean<WireBytes> wireBytes() {
    FilterRegistrationBean<WireBytes> registration = new FilterRegistrationBean<>(new WireBytes());
    registration.setOrder(PLACE);
    return registration;
  }

  @Bean
  WebMvcConfigurer limitsForEachKey(Limits limits) {
    return new Limiting(new LimitInterceptor(limits));
  }

  private record Limiting(LimitInterceptor interceptor) implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
      registry.addInterceptor(interceptor).order(BEHIND_ACCESS);
    }
  }
}
