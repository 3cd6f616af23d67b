// Integration tests: requests of the document one after the other, with what one of them returns in the next.
import { fields, header, path, variation } from "./variations.mjs";

/** A step of an integration: the variation's own form, with what the body must say and what is kept of it. */
function step(operation, code, { values = {}, keep, ...rest } = {}) {
  const { openApiOperationId, variations } = variation(operation, code, { name: operation, ...rest });
  const [one] = variations;
  const responseBodyTests = Object.entries(values).map(([key, value]) => ({ key, value }));
  if (responseBodyTests.length > 0) one.tests.contentTests = [{ openApiOperationId, responseBodyTests }];
  if (keep !== undefined) one.assignVariables = [{ collectionVariables: keep }];
  return { openApiOperationId, variations: [one] };
}

const project = path(["id", "{{lifeId}}"]);
const file = path(["id", "{{partId}}"]);
const keepId = (name) => [{ responseBodyProp: "id", name }];
const keepTag = [{ responseHeaderProp: "ETag", name: "tag" }];
const current = header("If-None-Match", "{{tag}}");

const life = {
  name: "The life of a project",
  operations: [
    step("createProject", 201, { keep: keepId("lifeId"), overwrite: fields({ key: "{{$guid}}" }) }),
    step("getProject", 200, { values: { id: "{{lifeId}}", name: "Website" }, overwrite: project, keep: keepTag }),
    step("getProject", 304, { overwrite: { ...project, ...current } }),
    step("replaceProject", 200, {
      values: { name: "Relaunch" },
      overwrite: { ...project, ...fields({ key: "{{$guid}}", name: "Relaunch" }) },
    }),
    step("getProject", 200, { values: { id: "{{lifeId}}", name: "Relaunch" }, overwrite: { ...project, ...current } }),
    step("changeProject", 412, { overwrite: { ...project, ...header("If-Match", "{{tag}}") } }),
    step("changeProject", 200, { values: { priority: 4, name: "Relaunch" }, overwrite: project }),
    step("getProject", 200, { values: { priority: 4, name: "Relaunch" }, overwrite: project }),
    step("deleteProject", 204, { overwrite: project }),
    step("getProject", 404, { overwrite: project }),
    step("deleteProject", 404, { overwrite: project }),
  ],
};

const parts = {
  name: "A file in parts",
  operations: [
    step("uploadFile", 201, { keep: keepId("partId") }),
    step("downloadFile", 206, { overwrite: { ...file, ...header("Range", "bytes=0-4") } }),
    step("downloadFile", 416, { overwrite: { ...file, ...header("Range", "bytes=999-") } }),
    step("deleteFile", 204, { overwrite: file }),
    step("downloadFile", 410, { overwrite: file }),
  ],
};

/** Workflows over several requests. */
export const integrations = [life, parts];
