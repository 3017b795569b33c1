package dev.perennial.dashboard.signin;

import com.mongodb.MongoException;
import dev.perennial.contracts.control.SignInToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Signs a person in by a one-time link. The link opens a page with one button, and only that
 * button's POST uses it up: what merely follows links (a mail scanner) burns none.
 */
@Controller
class SignInPages {

  private static final Logger LOG = LoggerFactory.getLogger(SignInPages.class);

  private final SignInTokens tokens;
  private final SecurityContextRepository sessions;

  SignInPages(SignInTokens tokens, SecurityContextRepository sessions) {
    this.tokens = tokens;
    this.sessions = sessions;
  }

  @GetMapping("/sign-in")
  String confirm(@RequestParam(defaultValue = "") String token, Model model) {
    model.addAttribute("token", token);
    return token.isEmpty() ? "signed-out" : "sign-in";
  }

  @PostMapping("/sign-in")
  String redeem(
      @RequestParam(defaultValue = "") String token,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      Optional<Tenant> tenant = tokens.redeem(new SignInToken(token));
      if (tenant.isEmpty()) {
        return refuse(model, response, HttpStatus.UNAUTHORIZED, "refused");
      }
      signIn(tenant.get(), request, response);
      return "redirect:/";
    } catch (MongoException away) {
      LOG.warn("MongoDB did not answer a sign-in", away);
      return refuse(model, response, HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
    }
  }

  /** Where whoever is not signed in ends up, whatever was asked for. */
  @RequestMapping(SignInSecurity.SIGNED_OUT)
  String signedOut() {
    return "signed-out";
  }

  private static String refuse(
      Model model, HttpServletResponse response, HttpStatus status, String reason) {
    response.setStatus(status.value());
    model.addAttribute("reason", reason);
    return "signed-out";
  }

  /** The session gets a new id, so that one planted before is worth nothing. */
  private void signIn(Tenant tenant, HttpServletRequest request, HttpServletResponse response) {
    request.getSession();
    request.changeSessionId();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(tenant, null, List.of()));
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, response);
    LOG.atInfo().addKeyValue("tenant", tenant.tenantId()).log("signed in");
  }
}
