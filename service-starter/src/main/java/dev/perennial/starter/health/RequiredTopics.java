package dev.perennial.starter.health;

import dev.perennial.contracts.topic.TopicDeclaration;
import java.util.List;

/** The topics that a service cannot work without; a bean of it switches the check on. */
public record RequiredTopics(List<TopicDeclaration> topics) {

  public RequiredTopics {
    topics = List.copyOf(topics);
  }
}
