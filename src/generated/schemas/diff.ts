// Generated from schemas/diff.schema.json by `npm run generate`; do not edit.
export const diffSchema: Readonly<Record<string, unknown>> = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "rolecall diff",
  "description": "What `diff --format json` prints: the desired states of two revisions compared, offline.",
  "type": "object",
  "additionalProperties": false,
  "required": [
    "formatVersion",
    "base",
    "head",
    "summary",
    "changes"
  ],
  "properties": {
    "formatVersion": {
      "description": "Version of this format.",
      "const": 1
    },
    "base": {
      "description": "The older revision.",
      "type": "string"
    },
    "head": {
      "description": "The newer revision; null for the working tree.",
      "type": [
        "string",
        "null"
      ]
    },
    "summary": {
      "description": "Counts.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "grant",
        "change",
        "revoke"
      ],
      "properties": {
        "grant": {
          "description": "Grants.",
          "type": "integer",
          "minimum": 0
        },
        "change": {
          "description": "Changes of a role or status.",
          "type": "integer",
          "minimum": 0
        },
        "revoke": {
          "description": "Revokes.",
          "type": "integer",
          "minimum": 0
        }
      }
    },
    "changes": {
      "description": "The differences.",
      "type": "array",
      "items": {
        "description": "Who gains or loses what.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "action",
          "scope",
          "label",
          "from",
          "to",
          "source"
        ],
        "properties": {
          "action": {
            "description": "What is done.",
            "type": "string",
            "enum": [
              "grant",
              "change",
              "revoke"
            ]
          },
          "scope": {
            "description": "Address of the scope: redox/organization/ID, redox/environment/ID, aion/account/ID or aion/project/ACCOUNT/PROJECT; ids are percent-encoded.",
            "type": "string",
            "pattern": "^[^/]+/[^/]+/[^/]+(/[^/]+)?$"
          },
          "label": {
            "description": "What the files call the principal.",
            "type": "string"
          },
          "from": {
            "description": "What is held before; null for a grant.",
            "anyOf": [
              {
                "$ref": "#/$defs/state"
              },
              {
                "type": "null"
              }
            ]
          },
          "to": {
            "description": "What is held after; null for a revoke.",
            "anyOf": [
              {
                "$ref": "#/$defs/state"
              },
              {
                "type": "null"
              }
            ]
          },
          "source": {
            "description": "The entry that asks for it; null where no line of a file does.",
            "anyOf": [
              {
                "$ref": "#/$defs/source"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      }
    }
  },
  "$defs": {
    "state": {
      "description": "A role and its status.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "role",
        "status"
      ],
      "properties": {
        "role": {
          "description": "Role, in the API's spelling where one was seen, else as written.",
          "type": "string"
        },
        "status": {
          "description": "Status of the assignment; always active in Redox.",
          "type": "string",
          "enum": [
            "active",
            "inactive"
          ]
        }
      }
    },
    "source": {
      "description": "A place in a file.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "file",
        "line",
        "column"
      ],
      "properties": {
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
};
