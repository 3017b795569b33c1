package dev.perennial.ingest.outcome;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets a path carry any event's id: a slash in one is a character like any other, encoded. */
@Configuration(proxyBeanMethods = false)
class IdsInPaths {

  @Bean
  TomcatConnectorCustomizer slashesStayEncoded() {
    return connector -> {
      connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
      connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
    };
  }
}
