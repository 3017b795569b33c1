package dev.perennial.operations.replay;

import com.mongodb.client.MongoClient;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.operations.OperationException;
import dev.perennial.operations.collections.CollectionAdmin;
import dev.perennial.operations.topics.TopicAdmin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the topics, collections and connectors of the next epoch, beside the serving one's. */
public final class EpochBuild {

  /**
   * How the new epoch's topics and connectors are to be; as the serving epoch's are.
   *
   * @param replication copies of each partition
   * @param secrets on the worker's machine
   * @param tasks of each connector
   */
  public record Shape(
      int partitions, int replication, @Nullable Integer minInsync, Path secrets, int tasks) {}

  private final ReplayPlaces places;
  private final EpochControl control;

  public EpochBuild(ReplayPlaces places, EpochControl control) {
    this.places = places;
    this.control = control;
  }

  /**
   * The epoch to build: the given one, else the one that is being built, else the next.
   *
   * @throws OperationException where another is being built, or it is not a new one
   */
  public int choose(@Nullable Integer wanted) {
    int serving = control.serving().epoch();
    Optional<Integer> building = control.building();
    int epoch = wanted != null ? wanted : building.orElse(serving + 1);
    if (building.isPresent()) {
      if (building.get() != epoch) {
        throw new OperationException(
            "Epoch %d is being built: drop it first".formatted(building.get()));
      }
      return epoch;
    }
    if (epoch == serving) {
      throw new OperationException("Epoch %d serves: build another".formatted(epoch));
    }
    if (!new EpochRemains(places, epoch).isNothing()) {
      throw new OperationException(
          "There is something left of epoch %d: drop it first, or choose another".formatted(epoch));
    }
    return epoch;
  }

  /**
   * Notes what is being built before anything of it is there, so that a second time goes on.
   *
   * @return what was done, a line each
   */
  public List<String> start(int epoch, Shape shape, Duration atMost) {
    if (control.building().isEmpty()) {
      control.build(epoch);
    }
    Topics topics = new Topics(shape.partitions(), epoch);
    MongoClient mongodb = places.mongodb();
    List<String> done =
        new ArrayList<>(
            TopicAdmin.apply(places.admin(), topics, shape.replication(), shape.minInsync()));
    done.addAll(CollectionAdmin.apply(mongodb, epoch));
    done.addAll(places.connectors().apply(epoch, shape.secrets(), shape.tasks()));
    places.connectors().waitUntilRunning(epoch, atMost);
    return done;
  }
}
