package dev.perennial.notifier.wording;

import dev.perennial.domain.Money;
import dev.perennial.domain.alert.AlertType;
import dev.perennial.domain.alert.Digest;
import dev.perennial.notifier.ledger.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said of a week or a period. */
final class DigestWords implements Words {

  private final Wording wording;
  private final Notice notice;
  private final Digest digest;
  private final String key;

  DigestWords(Wording wording, Notice notice, Digest digest) {
    this.wording = wording;
    this.notice = notice;
    this.digest = digest;
    this.key =
        AlertType.byName(notice.alertType())
            .filter(AlertType.DIGEST_WEEKLY::equals)
            .orElse(AlertType.DIGEST_MONTHLY)
            .wireName();
  }

  @Override
  public String title() {
    return say(key + ".title" + howMany());
  }

  @Override
  public String text() {
    var due = say("digest.text" + howMany());
    return withSpent(digest.charges().isEmpty() ? due : both(due, list()));
  }

  @Override
  public String intro() {
    return withSpent(say("digest.text" + howMany()));
  }

  private String withSpent(String due) {
    return digest.spent().isEmpty() ? due : both(due, say(key + ".text" + spent()));
  }

  private String both(String one, String other) {
    return wording.say("digest.text.both", one, other);
  }

  /** The charges that the table has, in one sentence. */
  private String list() {
    var charges = new ArrayList<String>();
    digest
        .charges()
        .forEach(charge -> charges.add(wording.say("item", label(charge), amount(charge))));
    if (more() > 0) {
      charges.add(wording.say("digest.text.more", more()));
    }
    var all = charges.stream().reduce((one, next) -> wording.say("digest.text.next", one, next));
    return wording.say("digest.text.list", all.orElse(""));
  }

  private int more() {
    return digest.chargesInAll() - digest.charges().size();
  }

  private String label(Digest.Charge charge) {
    return wording.say("charge", wording.date(charge.dueOn()), OneLine.of(charge.name()));
  }

  @Override
  public List<Fact> facts() {
    var facts = new Facts(wording);
    if (!digest.due().isEmpty()) {
      facts.add("due", amounts(digest.due()));
    }
    for (var charge : digest.charges()) {
      facts.addLine(label(charge), amount(charge));
    }
    if (more() > 0) {
      facts.add("more", wording.number(more()));
    }
    if (!digest.spent().isEmpty()) {
      facts.add("spent." + key, amounts(digest.spent()));
    }
    return facts.inOrder();
  }

  @Override
  public String why() {
    return wording.label("why.digest");
  }

  @Override
  public @Nullable String url() {
    return null;
  }

  private String say(String textKey) {
    return wording.say(
        textKey,
        wording.date(digest.period().from()),
        wording.date(digest.period().lastDay()),
        digest.chargesInAll(),
        amounts(digest.due()),
        amounts(digest.spent()));
  }

  private String howMany() {
    return switch (digest.chargesInAll()) {
      case 0 -> ".none";
      case 1 -> ".one";
      default -> ".many";
    };
  }

  /** What lies before is not over yet where days are left. */
  private String spent() {
    return notice.daysLeft() == 0 ? ".spent" : ".spentSoFar";
  }

  private String amount(Digest.Charge charge) {
    var amount = wording.money(charge.amount());
    return charge.estimated() ? wording.say("estimated", amount) : amount;
  }

  /** Of several currencies side by side, since they are never added. */
  private String amounts(List<Money> amounts) {
    return amounts.stream().map(wording::money).collect(Collectors.joining(" + "));
  }
}
