// Generated from schemas/validate.schema.json by `npm run generate`; do not edit.
export const validateSchema: Readonly<Record<string, unknown>> = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "rolecall validate",
  "description": "What `validate --format json` prints.",
  "type": "object",
  "additionalProperties": false,
  "required": [
    "formatVersion",
    "diagnostics"
  ],
  "properties": {
    "formatVersion": {
      "description": "Version of this format.",
      "const": 1
    },
    "diagnostics": {
      "description": "The findings, by file, line and column.",
      "type": "array",
      "items": {
        "description": "A finding about the files.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "severity",
          "code",
          "message",
          "file",
          "line",
          "column"
        ],
        "properties": {
          "severity": {
            "description": "An error makes the files invalid.",
            "type": "string",
            "enum": [
              "error",
              "warning"
            ]
          },
          "code": {
            "description": "Stable name of the finding, kebab-case; what programs decide on.",
            "type": "string"
          },
          "message": {
            "description": "For people.",
            "type": "string"
          },
          "file": {
            "description": "Path relative to the folder of rolecall.yaml, with /.",
            "type": "string"
          },
          "line": {
            "description": "Line, from 1.",
            "type": "integer",
            "minimum": 1
          },
          "column": {
            "description": "Column, from 1.",
            "type": "integer",
            "minimum": 1
          }
        }
      }
    }
  }
};
