package dev.perennial.operations.topics;

/** One way in which a cluster differs from what is declared. */
public sealed interface TopicDifference {

  String topic();

  /** What is, against what should be. */
  String text();

  /** What was done about it. */
  String remedy();

  /** The topic is not there. */
  record Missing(String topic) implements TopicDifference {
    @Override
    public String text() {
      return "topic " + topic + " is missing";
    }

    @Override
    public String remedy() {
      return "created topic " + topic;
    }
  }

  /** Only new topics and a replay change that: a key's place depends on it. */
  record OtherPartitions(String topic, int wanted, int found) implements TopicDifference {
    @Override
    public String text() {
      return "topic %s has %d partitions instead of %d".formatted(topic, found, wanted);
    }

    @Override
    public String remedy() {
      return text();
    }
  }

  /** Only a reassignment changes that, and it is the operator's to plan. */
  record OtherReplication(String topic, int wanted, int found) implements TopicDifference {
    @Override
    public String text() {
      return "topic %s has %d replicas instead of %d".formatted(topic, found, wanted);
    }

    @Override
    public String remedy() {
      return text();
    }
  }

  /** A setting has another value. */
  record OtherSetting(String topic, String name, String wanted, String found)
      implements TopicDifference {
    @Override
    public String text() {
      return "topic %s has %s=%s instead of %s".formatted(topic, name, found, wanted);
    }

    @Override
    public String remedy() {
      return "set %s=%s on topic %s (was %s)".formatted(name, wanted, topic, found);
    }
  }
}
