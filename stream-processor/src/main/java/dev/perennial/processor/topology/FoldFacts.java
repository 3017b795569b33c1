package dev.perennial.processor.topology;

import static java.util.Objects.requireNonNull;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.event.ReferenceData;
import dev.perennial.domain.event.SubscriberData;
import dev.perennial.domain.event.SubscriberDeleted;
import dev.perennial.domain.event.SubscriptionData;
import dev.perennial.domain.event.SubscriptionDeleted;
import dev.perennial.processor.state.MemoryFormat;
import dev.perennial.processor.state.MemoryStore;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Adds facts to what is known and derives what follows. The domain is asked first and its failures
 * are caught; stores are written and messages forwarded only with its answer in hand, and an
 * exception there ends the thread, so that the transaction is given up as a whole.
 */
final class FoldFacts extends Stage<Work, Change> {

  private static final int PARTS_OF_A_SUBSCRIBER = 2;

  private final PipelineMetrics metrics;
  private final Limits limits;
  private final Mode mode;
  private final ErasureKey erasureKey;
  private @Nullable SubscriptionFacts subscriptions;
  private @Nullable SubscriberFacts subscribers;
  private @Nullable ReferenceFacts references;
  private @Nullable Erasing erasing;
  private @Nullable Jobs jobs;
  private @Nullable Watch watch;
  private @Nullable LearnAlerts learning;

  FoldFacts(PipelineMetrics metrics, Limits limits, Mode mode, ErasureKey erasureKey) {
    this.metrics = metrics;
    this.limits = limits;
    this.mode = mode;
    this.erasureKey = erasureKey;
  }

  @Override
  void open(ProcessorContext<byte[], Change> context) {
    FoldStores stores = new FoldStores(context);
    Erasures erasures = new Erasures(context.getStateStore(StateStores.ERASURES), erasureKey);
    Tenants tenants = new Tenants(store(context, StateStores.TENANTS, MemoryFormat.tenants()));
    Rates rates = new Rates(store(context, StateStores.RATES, MemoryFormat.rates()));
    Intake intake = new Intake(metrics, limits, this::forward);
    Owners owners = new Owners(tenants, erasures);
    Folds folds = new Folds(stores, erasures, owners, rates, partition());
    JobStore waiting = new JobStore(context.getStateStore(StateStores.JOBS));
    Accounts accounts = new Accounts(context.getStateStore(StateStores.TOTALS), folds);
    Watch watching = new Watch(stores, owners, accounts, waiting, intake, metrics, limits);
    SubscriptionFacts derived =
        new SubscriptionFacts(stores, erasures, folds, watching, intake, limits, metrics);
    Jobs chunked = new Jobs(waiting, stores, derived, watching, intake, limits);
    subscriptions = derived;
    subscribers = new SubscriberFacts(stores, erasures, intake, chunked, watching, partition());
    references = new ReferenceFacts(tenants, rates, intake, chunked, partition());
    erasing = new Erasing(stores, erasures, intake, derived, chunked, watching, partition());
    jobs = chunked;
    watch = watching;
    learning = new LearnAlerts(stores, derived, watching);
  }

  private static <T> MemoryStore<T> store(
      ProcessorContext<byte[], Change> context, String name, MemoryFormat<T> format) {
    return new MemoryStore<>(context.getStateStore(name), format);
  }

  @Override
  void handle(Work work) {
    switch (work) {
      case Work.FactArrived arrived -> arrived(arrived);
      case Work.ReferenceArrived arrived -> requireNonNull(references).arrived(arrived);
      case Work.MomentCame moment -> came(moment);
      case Work.AlertTold told -> requireNonNull(learning).learn(told.message(), told.now());
      case PassEnded pass -> forward(ended(pass) ? pass : pass.incomplete());
      case Rejection rejection -> forward(rejection);
    }
  }

  private boolean ended(PassEnded pass) {
    boolean looked = requireNonNull(watch).endTurn();
    return requireNonNull(jobs).goOn(pass.tick()) && looked;
  }

  private void came(Work.MomentCame moment) {
    List<String> parts = CompositeKey.parts(moment.key());
    if (parts.size() == PARTS_OF_A_SUBSCRIBER) {
      SubscriberKey subscriber = new SubscriberKey(parts.get(0), parts.get(1));
      requireNonNull(watch).look(subscriber, moment.tick(), mode);
    } else {
      requireNonNull(subscriptions)
          .derive(moment.key(), fold -> fold.at(moment.tick(), mode), moment.tick());
    }
  }

  private void arrived(Work.FactArrived arrived) {
    switch (arrived.event().fact().data()) {
      case SubscriptionDeleted deleted -> requireNonNull(erasing).subscription(arrived);
      case SubscriberDeleted deleted -> requireNonNull(erasing).subscriber(arrived);
      case SubscriptionData data -> requireNonNull(subscriptions).arrived(arrived);
      case SubscriberData data -> requireNonNull(subscribers).arrived(arrived);
      case ReferenceData data ->
          throw new IllegalStateException("What belongs to no subscriber comes another way");
    }
  }
}
