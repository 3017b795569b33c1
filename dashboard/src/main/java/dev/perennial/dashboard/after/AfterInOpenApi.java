package dev.perennial.dashboard.after;

import dev.perennial.contracts.http.Receipt;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Describes the header, once for all operations that take it. */
@Component
class AfterInOpenApi implements OperationCustomizer {

  private static final String DESCRIPTION =
      "Receipts of events that ingest accepted; at most 100, separated by commas, or in several such"
          + " headers. The answer comes once they are applied, or when the time is over (2 seconds"
          + " by default) with what is there; caughtUp says which. Problems, status 400:"
          + " receipt-malformed, receipts-too-many, receipt-of-another-subscriber.";

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(After.class);
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    boolean taken =
        Arrays.stream(handler.getMethodParameters())
            .map(MethodParameter::getParameterType)
            .anyMatch(After.class::equals);
    return taken ? operation.addParametersItem(header()) : operation;
  }

  private static HeaderParameter header() {
    HeaderParameter header = new HeaderParameter();
    header.name(Receipt.AFTER).description(DESCRIPTION).required(false);
    header.schema(new StringSchema()).example("NDoxNw,NDoxOA");
    return header;
  }
}
