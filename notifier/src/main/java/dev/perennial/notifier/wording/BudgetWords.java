package dev.perennial.notifier.wording;

import dev.perennial.contracts.alert.AlertContent;
import dev.perennial.domain.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of a budget. Its figures say whether it is exceeded. */
final class BudgetWords implements Words {

  private final Wording wording;
  private final AlertContent.OfBudget content;

  BudgetWords(Wording wording, AlertContent.OfBudget content) {
    this.wording = wording;
    this.content = content;
  }

  @Override
  public String title() {
    return say("title");
  }

  @Override
  public String text() {
    return say("text");
  }

  @Override
  public String intro() {
    return text();
  }

  @Override
  public List<Fact> facts() {
    var facts = new Facts(wording);
    facts.add("spent", wording.money(content.amount()));
    facts.add("budget", wording.money(content.budget().amount()));
    facts.add(isExceeded() ? "over" : "left", wording.money(difference()));
    facts.add("period", wording.period(content.period()));
    facts.addIfPresent("category", content.budget().category(), OneLine::of);
    return facts.inOrder();
  }

  @Override
  public String why() {
    return wording.label("why.budget");
  }

  @Override
  public @Nullable String url() {
    return null;
  }

  private String say(String part) {
    var category = content.budget().category();
    return wording.say(
        "%s.%s.%s"
            .formatted(
                isExceeded() ? "budget.exceeded" : "budget.recovered",
                part,
                category == null ? "all" : "category"),
        wording.money(content.amount()),
        wording.money(content.budget().amount()),
        wording.date(content.period().from()),
        wording.date(content.period().lastDay()),
        category == null ? "" : OneLine.of(category),
        wording.money(difference()));
  }

  private boolean isExceeded() {
    return content.amount().value().compareTo(content.budget().amount().value()) > 0;
  }

  private Money difference() {
    return Wording.withoutSign(content.amount().plus(content.budget().amount().negated()));
  }
}
