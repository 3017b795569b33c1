package dev.perennial.standalone.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {

  /** Data as it may be posted, and the one form that its digest is of. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          subscription.changed | {"effectiveOn":"2025-02-01","notice":{"unit":"MONTH","every":3},"occurrences":12,"tags":["a"]} | {"tags":["a"],"occurrences":12,"notice":{"every":3,"unit":"MONTH"},"effectiveOn":"2025-02-01"}
          subscription.started | {"trialEnds":"2025-02-01","occurrences":12,"name":"Gym"} | {"name":"Gym","collection":"AUTO","occurrences":12,"trialEnds":"2025-02-01"}
          subscription.changed | {"withdraws":"e1"} | {"withdraws":"e1"}
          charge.announced | {"amount":{"currency":"EUR","value":"5"},"dueOn":"2025-02-01"} | {"dueOn":"2025-02-01","amount":{"value":"5.00","currency":"EUR"}}
          payment.corrected | {"dueOn":"2025-02-01","amount":{"currency":"EUR","value":"5"},"paymentId":"p"} | {"paymentId":"p","amount":{"value":"5.00","currency":"EUR"},"dueOn":"2025-02-01"}
          exchange-rates.published | {"source":"bank","rates":{"USD":"1.10","CHF":"0.93"},"date":"2025-02-03","base":"EUR"} | {"base":"EUR","date":"2025-02-03","rates":{"CHF":"0.93","USD":"1.1"},"source":"bank"}
          tenant.updated | {"routing":{"price.changed":["b","a"]},"leads":{"trial.ending":[1,3]},"zone":"Z","currency":"EUR"} | {"currency":"EUR","zone":"Z","leads":{"trial.ending":[3,1]},"routing":{"price.changed":["b","a"]}}
          payment.voided | {"paymentId":"p"} | {"paymentId":"p"}
          subscriber.updated | {"routing":{"trial.ending":["b","a"],"payment.failed":[]},"leads":{"trial.ending":[1,3,1],"price.changed":[],"cancellation.deadline":[14]}} | {"leads":{"cancellation.deadline":[14],"price.changed":[],"trial.ending":[3,1]},"routing":{"payment.failed":[],"trial.ending":["b","a"]}}
          subscriber.updated | {"budgets":[{"amount":{"currency":"EUR","value":"5"}},{"amount":{"currency":"JPY","value":"5"},"category":"music"}],"quietHours":{"to":"07:00","from":"22:00"},"periodStartsOn":{"from":"2025-01-06","weeks":4},"alertTime":"08:00"} | {"periodStartsOn":{"weeks":4,"from":"2025-01-06"},"alertTime":"08:00","quietHours":{"from":"22:00","to":"07:00"},"budgets":[{"amount":{"value":"5.00","currency":"EUR"}},{"category":"music","amount":{"value":"5","currency":"JPY"}}]}
          """)
  void writesEqualContentInOneForm(String type, String data, String form) {
    assertThat(Canonical.text(type, Json.object(data))).isEqualTo(form);
  }
}
