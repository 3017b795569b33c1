package dev.perennial.ingest;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service that takes events. */
@SpringBootApplication(proxyBeanMethods = false)
public class IngestApi {

  public static void main(String[] arguments) {
    SpringApplication.run(IngestApi.class, arguments);
  }
}
