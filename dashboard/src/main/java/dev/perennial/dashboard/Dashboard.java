package dev.perennial.dashboard;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The dashboard's process: read API and web pages. Nobody has a password, so no user store. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class Dashboard {

  public static void main(String[] arguments) {
    SpringApplication.run(Dashboard.class, arguments);
  }
}
