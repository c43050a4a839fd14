// Shows the API that the page has inside. Nothing is asked of any server.
const reference = SwaggerUIBundle({
  spec: JSON.parse(document.getElementById("openapi").textContent),
  domNode: document.getElementById("reference"),
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  supportedSubmitMethods: [],
  validatorUrl: null,
});
// References are looked up relative to an address, and those of files are refused.
reference.specActions.updateUrl("https://sagrada.invalid/openapi.yaml");
