package dev.perennial.dashboard.mail;

import dev.perennial.dashboard.signin.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestClientException;
import org.springframework.web.server.ResponseStatusException;

/**
 * Shows the development mail server's messages. In development only: whoever is signed in sees the
 * mails of all tenants here.
 */
@Controller
@ConditionalOnProperty(name = "perennial.environment", havingValue = "development")
class MailPages {

  private static final Logger LOG = LoggerFactory.getLogger(MailPages.class);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM, HH:mm:ss 'UTC'", Locale.US).withZone(ZoneOffset.UTC);

  /** A mail has its own styles and may show nothing but itself. */
  private static final String MAIL_POLICY =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
          + " frame-ancestors 'self'";

  private final DevelopmentMail mail;

  MailPages(DevelopmentMail mail) {
    this.mail = mail;
  }

  /** A line of the list. */
  record Line(String id, String at, String to, String subject) {

    private static Line of(Message message) {
      return new Line(message.id(), moment(message.receivedAt()), message.to(), message.subject());
    }

    private static String moment(Instant at) {
      return MOMENT.format(at);
    }
  }

  @GetMapping("/mail")
  String list(
      @AuthenticationPrincipal Tenant tenant,
      @RequestParam(required = false) @Nullable String id,
      Model model) {
    model.addAttribute("tenant", tenant);
    model.addAttribute("development", true);
    model.addAttribute("configured", mail.isConfigured());
    try {
      List<Message> messages = mail.messages();
      model.addAttribute("lines", messages.stream().map(Line::of).toList());
      messages.stream()
          .filter(message -> id == null || message.id().equals(id))
          .findFirst()
          .ifPresent(message -> show(message, model));
    } catch (RestClientException away) {
      LOG.warn("The development mail server does not answer", away);
      model.addAttribute("away", true);
    }
    return "mail";
  }

  @GetMapping(path = "/mail/{id}/html", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> html(@PathVariable String id) {
    String html =
        mail.messages().stream()
            .filter(message -> message.id().equals(id))
            .flatMap(message -> Stream.ofNullable(message.html()))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return ResponseEntity.ok()
        .header("Content-Security-Policy", MAIL_POLICY)
        .header("X-Frame-Options", "SAMEORIGIN")
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(html);
  }

  private static void show(Message message, Model model) {
    model.addAttribute("open", Line.of(message));
    model.addAttribute("text", message.text());
    model.addAttribute("hasHtml", message.html() != null);
  }
}
