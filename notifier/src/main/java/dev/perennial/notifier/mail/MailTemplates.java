package dev.perennial.notifier.mail;

import dev.perennial.contracts.alert.AlertContent;
import dev.perennial.notifier.ledger.Claim;
import dev.perennial.notifier.wording.Wording;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Turns a claimed row into the two bodies of its mail; in the HTML one all text is escaped. */
final class MailTemplates {

  private static final String FOLDER = "dev/perennial/notifier/mail/";

  private final TemplateEngine engine = new TemplateEngine();

  MailTemplates() {
    engine.addTemplateResolver(resolver("*.html", TemplateMode.HTML));
    engine.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT));
  }

  private static ClassLoaderTemplateResolver resolver(String pattern, TemplateMode mode) {
    var resolver = new ClassLoaderTemplateResolver(MailTemplates.class.getClassLoader());
    resolver.setPrefix(FOLDER);
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding("UTF-8");
    resolver.getResolvablePatternSpec().addPattern(pattern);
    return resolver;
  }

  record Bodies(String text, String html) {}

  Bodies render(Claim claim) {
    var words = Wording.in(claim.notice().locale());
    var context = new Context(words.locale(), variables(claim, words));
    return new Bodies(engine.process("alert.txt", context), engine.process("alert.html", context));
  }

  private static Map<String, Object> variables(Claim claim, Wording words) {
    var notice = claim.notice();
    Map<String, Object> variables = new TreeMap<>();
    variables.put("language", words.locale().toLanguageTag());
    variables.put("title", claim.title());
    variables.put("text", intro(claim, words));
    variables.put("facts", words.facts(notice));
    putIfPresent(variables, "url", WebLink.orNull(words.url(notice)));
    variables.put("manageLabel", words.label("manage"));
    variables.put("why", words.why(notice));
    return variables;
  }

  /** As it was published, where the table does not say the same better. */
  private static String intro(Claim claim, Wording words) {
    return switch (claim.notice().content()) {
      case AlertContent.OfSubscription subscription -> claim.text();
      case AlertContent.OfBudget budget -> claim.text();
      case AlertContent.OfDigest digest -> words.intro(claim.notice());
    };
  }

  private static void putIfPresent(Map<String, Object> map, String key, @Nullable Object value) {
    if (value != null) {
      map.put(key, value);
    }
  }
}
