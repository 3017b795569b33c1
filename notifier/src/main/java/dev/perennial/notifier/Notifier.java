package dev.perennial.notifier;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service that tells subscribers: alerts in, deliveries out. */
@SpringBootApplication
public class Notifier {

  /** Starts the service; settings are in the README. */
  public static void main(String[] arguments) {
    SpringApplication.run(Notifier.class, arguments);
  }
}
