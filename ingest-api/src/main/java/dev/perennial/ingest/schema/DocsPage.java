package dev.perennial.ingest.schema;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The OpenAPI document as a page to read and to try. All it needs comes from this service. */
@Hidden
@RestController
class DocsPage {

  /** Scripts and styles of our own alone; the icons in Swagger UI's styles are data. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>Perennial: ingest API</title>
          <link rel="stylesheet" href="/webjars/swagger-ui/swagger-ui.css">
          <link rel="icon" href="/webjars/swagger-ui/favicon-32x32.png">
        </head>
        <body>
          <noscript>This page needs JavaScript; the document itself is /v3/api-docs.</noscript>
          <main id="docs"></main>
          <script src="/webjars/swagger-ui/swagger-ui-bundle.js"></script>
          <script src="/docs/page.js"></script>
        </body>
      </html>
      """;

  /** A key that is typed in is forgotten with the page. */
  private static final String SCRIPT =
      """
      SwaggerUIBundle({
        url: "/v3/api-docs",
        dom_id: "#docs",
        deepLinking: true,
        docExpansion: "list",
        defaultModelsExpandDepth: 0,
        persistAuthorization: false,
        validatorUrl: null,
        queryConfigEnabled: false
      });
      """;

  @GetMapping(path = "/docs", produces = MediaType.TEXT_HTML_VALUE)
  String page(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    return PAGE;
  }

  @GetMapping(path = "/docs/page.js", produces = "text/javascript")
  String script() {
    return SCRIPT;
  }
}
