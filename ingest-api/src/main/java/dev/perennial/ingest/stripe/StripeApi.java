package dev.perennial.ingest.stripe;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** The HTTP side of Stripe's webhooks and its documentation, apart from what it does. */
@Tag(name = "Hooks", description = "Events that other systems send in a form of their own.")
interface StripeApi {

  String DESCRIPTION =
      """
      One of Stripe's events. There is no API key: the address names the tenant, and \
      Stripe-Signature proves the sender, over the raw body, with one of the hook's secrets, at \
      most 5 minutes ago.

      customer.subscription.created, .updated, .deleted, .paused, .resumed and .trial_will_end, \
      invoice.paid, invoice.payment_failed, invoice.upcoming and charge.refunded become events of \
      ours; every other type is answered 200 and ignored. 202 means durable, as for every event. \
      What Stripe cannot mend by sending it again is answered 200, the rest makes Stripe repeat.
      """;

  String INVOICE =
      """
      {"id":"evt_1","object":"event","type":"invoice.paid","created":1795852800,"livemode":true,
       "data":{"object":{"id":"in_1","object":"invoice","customer":"cus_1","currency":"eur",
               "amount_paid":1299,"billing_reason":"subscription_cycle","period_end":1795852800,
               "parent":{"type":"subscription_details",
                         "subscription_details":{"subscription":"sub_1"}}}}}
      """;

  @Operation(
      operationId = "postStripeEvent",
      summary = "Take an event of Stripe",
      description = DESCRIPTION,
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(type = "object"),
                      examples = @ExampleObject(name = "paid", value = INVOICE))))
  @SecurityRequirements
  @ApiResponse(
      responseCode = "200",
      description = "Ignored: the event is none of ours.",
      content = @Content(schema = @Schema(implementation = HookAnswer.class)))
  @ApiResponse(
      responseCode = "202",
      description = "What the event came to is durable.",
      content = @Content(schema = @Schema(implementation = HookAnswer.class)))
  @ApiResponse(
      responseCode = "400",
      description =
          "signature-invalid; or a signed body that is no JSON: body-missing, encoding,"
              + " json-malformed, json-trailing, json-duplicate-key, json-too-deep,"
              + " json-number-too-long.")
  @ApiResponse(responseCode = "404", description = "Nobody listens there: not-found.")
  @ApiResponse(responseCode = "413", description = "body-too-large.")
  @ApiResponse(
      responseCode = "415",
      description = "Another Content-Encoding than gzip: media-type.")
  @ApiResponse(
      responseCode = "422",
      description = "The event lacks what its type must have: event-unmappable.")
  @ApiResponse(
      responseCode = "503",
      description =
          "Send it again: unacknowledged, busy, hooks-unavailable, payments-unavailable,"
              + " payment-unknown, unavailable.")
  @PostMapping(path = "/v1/hooks/stripe/{opaqueId}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<HookAnswer> post(
      @Parameter(description = "As perennial hooks create showed it.") @PathVariable
          String opaqueId,
      @Parameter(description = "t=seconds,v1=hex,...")
          @RequestHeader(name = "Stripe-Signature", required = false)
          @Nullable String signature,
      @Parameter(hidden = true) HttpServletRequest request)
      throws IOException;
}
