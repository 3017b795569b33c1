package dev.perennial.starter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Settings that every service has unless it says otherwise: the last place that is looked in. */
final class StarterDefaults implements EnvironmentPostProcessor {

  private static final ClassPathResource FILE =
      new ClassPathResource("perennial-defaults.properties");

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    try {
      Properties defaults = PropertiesLoaderUtils.loadProperties(FILE);
      environment
          .getPropertySources()
          .addLast(new PropertiesPropertySource("perennialDefaults", defaults));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
