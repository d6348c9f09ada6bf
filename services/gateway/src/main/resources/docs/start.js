// JSON rather than YAML, since the browser parses it itself.
SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  filter: true,
  displayRequestDuration: true,
  tryItOutEnabled: true,
  // Otherwise the document would be sent to a validator on the Internet.
  validatorUrl: null,
});
