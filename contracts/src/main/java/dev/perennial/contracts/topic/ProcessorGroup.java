package dev.perennial.contracts.topic;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stream processors of one epoch: their consumer group, which is their application's id too,
 * and what begins the names of their changelogs.
 *
 * @param epoch from 1
 */
public record ProcessorGroup(int epoch) {

  private static final String PREFIX = "perennial-processor-e";
  private static final Pattern NAME = Pattern.compile(PREFIX + "([1-9][0-9]{0,3})");

  public ProcessorGroup {
    if (epoch < 1) {
      throw new IllegalArgumentException("Epochs start at 1");
    }
  }

  public String id() {
    return PREFIX + epoch;
  }

  /** The changelog of one of the topology's stores. */
  public String changelogOf(String store) {
    return id() + "-" + store + "-changelog";
  }

  /** Whether a topic is one that the processors made for themselves. */
  public boolean owns(String topic) {
    return topic.startsWith(id() + "-");
  }

  /** The epoch of a group's processors; empty where they are none. */
  public static OptionalInt epochOf(String group) {
    Matcher name = NAME.matcher(group);
    return name.matches() ? OptionalInt.of(Integer.parseInt(name.group(1))) : OptionalInt.empty();
  }
}
