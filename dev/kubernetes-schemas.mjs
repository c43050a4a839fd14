// Checks the Kubernetes objects on its input, as YAML, against the schemas of their kinds; part of prove-kubernetes.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { parseAllDocuments } = require("yaml");

for (const document of parseAllDocuments(readFileSync(0, "utf8"))) {
    const object = document.toJS();
    const Model = require(`kubernetes-models/${object.apiVersion}/${object.kind}`)[object.kind];
    try {
        new Model(object).validate();
        console.log(`    ${object.kind} ${object.metadata.name}`);
    } catch (problem) {
        console.error(`    ${object.kind} ${object.metadata.name}: ${problem.message}`);
        process.exitCode = 1;
    }
}
