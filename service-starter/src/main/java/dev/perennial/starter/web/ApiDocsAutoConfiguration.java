package dev.perennial.starter.web;

import dev.perennial.starter.access.Caller;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** OpenAPI 3.1 of the service under /v3/api-docs, with the API key as its security scheme. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ApiDocsAutoConfiguration {

  private static final String API_KEY = "apiKey";

  private static final License APACHE =
      new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0");

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }

  @Bean
  @ConditionalOnMissingBean
  OpenAPI openApi(@Value("${spring.application.name:perennial}") String name) {
    SecurityScheme bearer =
        new SecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .description(
                "An API key: pk_<prefix>_<secret><checksum>. The tenant comes from it alone.");
    return new OpenAPI()
        .info(new Info().title("Perennial: " + name).version("v1").license(APACHE))
        .servers(List.of(new Server().url("/").description("The service that you read this at.")))
        .components(new Components().addSecuritySchemes(API_KEY, bearer))
        .addSecurityItem(new SecurityRequirement().addList(API_KEY));
  }
}
