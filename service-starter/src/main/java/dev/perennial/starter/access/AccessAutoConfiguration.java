package dev.perennial.starter.access;

import com.mongodb.client.MongoClient;
import dev.perennial.contracts.control.ApiKey;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Checks API keys in front of every method that wants a scope. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(AccessProperties.class)
class AccessAutoConfiguration {

  @Bean
  WebMvcConfigurer apiKeyAccess(
      ObjectProvider<MongoClient> client,
      ObjectProvider<CallerSource> sources,
      AccessProperties properties,
      Clock clock) {
    ControlDirectory<ApiKey> keys =
        new ControlDirectory<>(store(client.getIfAvailable())::find, clock);
    FailedAttempts failures = new FailedAttempts(properties.failuresPerMinute(), clock);
    return new Access(
        new ScopeInterceptor(
            new Authenticator(keys, failures, clock), sources.orderedStream().toList()));
  }

  /** Without a database nobody gets in: that is safer than no check at all. */
  private static KeyStore store(@Nullable MongoClient client) {
    return client == null
        ? prefix -> {
          throw new ControlDirectory.Unavailable();
        }
        : new ControlKeyStore(client);
  }

  private record Access(ScopeInterceptor interceptor) implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
      registry.addInterceptor(interceptor);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
      resolvers.add(new CallerResolver());
    }
  }
}
