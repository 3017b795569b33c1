package dev.perennial.notifier.mail;

import dev.perennial.notifier.channel.Channel;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The e-mail channel. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

  @Bean
  Channel email(MailProperties settings, Clock clock) {
    return new MailChannel(settings, clock);
  }
}
