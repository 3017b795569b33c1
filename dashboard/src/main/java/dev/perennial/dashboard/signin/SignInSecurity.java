package dev.perennial.dashboard.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Pages want a session. The read API checks for itself ({@code RequiresScope}), since it takes an
 * API key as well; security headers are the starter's.
 */
@Configuration(proxyBeanMethods = false)
class SignInSecurity {

  static final String SIGNED_OUT = "/signed-out";

  private static final String[] OPEN = {
    "/sign-in", SIGNED_OUT, "/assets/**", "/webjars/**", "/api/**", "/v3/api-docs/**", "/error"
  };

  @Bean
  SecurityContextRepository securityContextRepository() {
    return new HttpSessionSecurityContextRepository();
  }

  @Bean
  SecurityFilterChain securityFilterChain(HttpSecurity http, SecurityContextRepository sessions)
      throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(EndpointRequest.toAnyEndpoint())
                    .permitAll()
                    .requestMatchers(OPEN)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .securityContext(context -> context.securityContextRepository(sessions))
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl(SIGNED_OUT))
        .exceptionHandling(failures -> failures.authenticationEntryPoint(askToSignIn()))
        .build();
  }

  /** A panel that finds its session gone has the whole page load again, which then says so. */
  private static AuthenticationEntryPoint askToSignIn() {
    return (request, response, failure) -> {
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      if (request.getHeader("HX-Request") != null) {
        response.setHeader("HX-Refresh", "true");
      } else {
        forward(request, response);
      }
    };
  }

  private static void forward(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.getRequestDispatcher(SIGNED_OUT).forward(request, response);
  }
}
