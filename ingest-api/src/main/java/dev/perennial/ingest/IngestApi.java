package dev.perennial.ingest;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The service that takes events. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(IngestProperties.class)
public class IngestApi {

  public static void main(String[] arguments) {
    SpringApplication.run(IngestApi.class, arguments);
  }
}
