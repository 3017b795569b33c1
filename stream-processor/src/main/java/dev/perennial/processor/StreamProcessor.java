package dev.perennial.processor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The stream processor as a service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class StreamProcessor {

  public static void main(String[] arguments) {
    SpringApplication.run(StreamProcessor.class, arguments);
  }
}
